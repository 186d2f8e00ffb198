import * as v from 'valibot';
import * as Y from 'yjs';
import { invariant, ok, refuse } from '#domain/result.ts';
import { docToPlain, type DocNode } from '#domain/texts/doc.ts';
import { groupRoomLimits } from '#domain/texts/group-rooms.ts';
import { formatDocumentName } from '#protocol/document-names.ts';
import { blocksOfSection } from '#text/group-room/section.ts';
import { readBody } from '#text/read-body.ts';
import { writeBody } from '#text/write-body.ts';
import { addRoomMembers } from '../db/repositories/group-rooms.ts';
import { listTextSuggesters } from '../db/repositories/text-readers.ts';
import { holdText } from '../db/repositories/texts.ts';
import { groupRooms } from '../db/schema/group-rooms.ts';
import { defineCommand } from './command.ts';
import { beginText } from './create-text.ts';
import { bodyOf } from './group-rooms.ts';
import { groupNameInput, idInput } from './suggestion-input.ts';
import { placeOfText } from './text-places.ts';

/** Who is in the room of a group. */
export const roomMembersInput = v.pipe(v.array(idInput), v.maxLength(groupRoomLimits.members));

/**
 * Opens a room in which a group writes on a copy of a section of a live text, or of the whole of it. Nobody but the members reads it. They
 * come from those who may suggest for the live text; who opens it is one of them.
 */
export const openGroupRoom = defineCommand({
	name: 'open-group-room',
	right: 'text.suggest',
	input: v.object({
		textId: idInput,
		groupName: groupNameInput,
		/** The heading of the section; without one it is the whole text. */
		headingId: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(100))), null),
		personIds: v.optional(roomMembersInput, [])
	}),
	place: placeOfText,
	async run(ctx, { textId, groupName, headingId, personIds }) {
		const { tx, tenantId, personId, now: createdAt } = ctx;
		invariant(personId, 'only a person may suggest');
		const original = await holdText(tx, tenantId, textId);
		if (!original) return refuse({ code: 'thing.not-found', kind: 'text' });
		if (original.state === 'frozen')
			return refuse({ code: 'document.frozen', document: formatDocumentName({ kind: 'text', id: textId }) });
		const blocks = blocksOfSection(await bodyOf(ctx, textId), headingId);
		if (!blocks) return refuse({ code: 'thing.not-found', kind: 'section' });
		const possible = new Set((await listTextSuggesters(tx, original)).map((each) => each.personId));
		const others = [...new Set(personIds)].filter((id) => id !== personId);
		if (!others.every((id) => possible.has(id))) return refuse({ code: 'thing.not-found', kind: 'person' });
		const base = written(blocks, ctx.newId);
		const title = headingId === null ? original.title : docToPlain(blocks[0]!).slice(0, 200) || original.title;
		const beginning = { title, kind: original.kind, roomOf: textId };
		const roomId = await beginText(ctx, beginning, { type: 'doc', content: base });
		await tx
			.insert(groupRooms)
			.values({ tenantId, textId: roomId, groupName, openedBy: personId, headingId, base, createdAt });
		await addRoomMembers(tx, { tenantId, textId: roomId }, [personId, ...others], createdAt);
		return ok({ roomId, members: others.length + 1 });
	},
	audit: ({ textId }, { members }) => ({ entity: 'text', entityId: textId, facts: { roomMembers: members } })
});

/** Blocks as a new document holds them. */
function written(blocks: readonly DocNode[], newId: () => string): readonly DocNode[] {
	const doc = new Y.Doc();
	writeBody(doc, { type: 'doc', content: blocks }, newId);
	const { content = [] } = readBody(doc);
	doc.destroy();
	return content;
}
