import * as v from 'valibot';
import type { DocNode } from '#domain/texts/doc.ts';
import { groupRoomLimits } from '#domain/texts/group-rooms.ts';
import { suggestionLimits } from '#domain/texts/suggestions.ts';

/** Blocks of a text as a stranger sends them: only that they are nodes is sure; what they may hold is cleaned afterwards. */
const blocks = v.pipe(
	v.array(v.looseObject({ type: v.string() })),
	v.check((nodes) => JSON.stringify(nodes).length <= suggestionLimits.passage, 'too-long'),
	v.transform((nodes) => nodes as unknown as DocNode[])
);

/** A passage and the other wording for it. */
export const rewordingInput = v.object({ before: v.pipe(blocks, v.minLength(1)), after: blocks });

/** The id of a thing. */
export const idInput = v.pipe(v.string(), v.uuid());

/** Words that somebody gives as a reason; none is none. */
export const reasonInput = (limit: number = suggestionLimits.reason) =>
	v.optional(v.pipe(v.string(), v.trim(), v.maxLength(limit)), '');

/** The name of a group, such as a Fraktion or a department. */
export const groupNameInput = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(groupRoomLimits.groupName));

/** Suggestions for a text that somebody sees tied. */
export const tiedInput = {
	textId: idInput,
	suggestionIds: v.pipe(v.array(idInput), v.minLength(2), v.maxLength(suggestionLimits.atOnce))
};
