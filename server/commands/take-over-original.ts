import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { ok, refuse } from '#domain/result.ts';
import { formatDocumentName } from '#protocol/document-names.ts';
import { changesOfOriginal } from '#text/group-room/room-changes.ts';
import { writeAccepted } from '#text/rewordings/write-accepted.ts';
import { groupRooms } from '../db/schema/group-rooms.ts';
import { defineCommand } from './command.ts';
import { holdRoom } from './group-rooms.ts';
import { idInput } from './suggestion-input.ts';
import { placeOfText } from './text-places.ts';

/**
 * Brings what has changed in the live text into the room of a group. Where both have changed the same sentence, the group keeps its own, which
 * then stands as its change of today's sentence.
 */
export const takeOverOriginal = defineCommand({
	name: 'take-over-original',
	right: 'group-room.use',
	input: v.object({ textId: idInput }),
	place: placeOfText,
	async run(ctx, { textId }) {
		const held = await holdRoom(ctx, textId);
		if (!held.ok) return held;
		const { memory, body } = held.value;
		const { original } = memory;
		if (original === null) return refuse({ code: 'thing.not-found', kind: 'section' });
		const moved = changesOfOriginal(memory, body).map(({ change }) => change);
		const name = formatDocumentName({ kind: 'text', id: textId });
		const written = await ctx.changeDocuments([name], (docOf) => ok(writeAccepted(docOf(name), moved, ctx.newId)));
		if (!written.ok) return written;
		await ctx.tx
			.update(groupRooms)
			.set({ base: original })
			.where(and(eq(groupRooms.tenantId, ctx.tenantId), eq(groupRooms.textId, textId)));
		ctx.announce({ kind: 'text.changed', textId });
		const taken = written.value.filter((standing) => standing === 'fits').length;
		return ok({ taken, left: moved.length - taken });
	},
	audit: ({ textId }, { taken, left }) => ({ entity: 'text', entityId: textId, facts: { taken, left } })
});
