import * as v from 'valibot';
import { ok, refuse } from '#domain/result.ts';
import { changesToHandIn, signOf } from '#text/group-room/room-changes.ts';
import { defineCommand } from './command.ts';
import { holdRoom } from './group-rooms.ts';
import { keepSuggestions } from './keep-suggestions.ts';
import { idInput, reasonInput } from './suggestion-input.ts';
import { placeOfText } from './text-places.ts';

/**
 * Hands in what a group has written in its room: every passage in which it differs from the live text becomes a suggestion in the name of the
 * group, by the same rule as one that somebody writes herself. What was handed in before is not handed in again. With `seen` somebody says
 * which changes she has read; when others have written since, nothing is handed in.
 */
export const handInGroupRoom = defineCommand({
	name: 'hand-in-group-room',
	right: 'group-room.use',
	input: v.object({
		textId: idInput,
		reason: reasonInput(),
		seen: v.optional(v.pipe(v.string(), v.maxLength(40)))
	}),
	place: placeOfText,
	async run(ctx, { textId, reason, seen }) {
		const held = await holdRoom(ctx, textId);
		if (!held.ok) return held;
		const { room, original, memory, body } = held.value;
		const changes = changesToHandIn(memory, body);
		if (changes.length === 0) return refuse({ code: 'suggestion.says-nothing' });
		if (seen !== undefined && seen !== signOf(changes))
			return refuse({ code: 'thing.changed-meanwhile', kind: 'text' });
		const beside = { reason, groupName: room.groupName, roomId: textId, basedOn: null };
		const kept = await keepSuggestions(ctx, original, changes, beside);
		if (!kept.ok) return kept;
		ctx.announce({ kind: 'text.changed', textId });
		return ok({ suggestionIds: kept.value });
	},
	audit: ({ textId }, { suggestionIds }) => ({
		entity: 'text',
		entityId: textId,
		facts: { suggestions: suggestionIds.length }
	})
});
