import * as v from 'valibot';
import { invariant, ok, refuse } from '#domain/result.ts';
import { formatDocumentName } from '#protocol/document-names.ts';
import { addRoomMembers, holdGroupRoom, listRoomMembers, removeRoomMembers } from '../db/repositories/group-rooms.ts';
import { listTextSuggesters } from '../db/repositories/text-readers.ts';
import { findText } from '../db/repositories/texts.ts';
import { defineCommand } from './command.ts';
import { roomMembersInput } from './open-group-room.ts';
import { idInput } from './suggestion-input.ts';
import { placeOfText } from './text-places.ts';

/**
 * Says who is in the room of a group, beside the one who says it. Who is no longer among them is out at once; new ones come from those who
 * may suggest for the live text.
 */
export const setGroupRoomMembers = defineCommand({
	name: 'set-group-room-members',
	right: 'group-room.manage',
	input: v.object({ textId: idInput, personIds: roomMembersInput }),
	place: placeOfText,
	async run(ctx, { textId, personIds }) {
		const { tx, tenantId, personId } = ctx;
		const text = await findText(tx, textId);
		invariant(text?.roomOf && personId, 'only the opener of a room comes here');
		const original = await findText(tx, text.roomOf);
		const room = await holdGroupRoom(tx, tenantId, textId);
		if (!original || !room) return refuse({ code: 'thing.not-found', kind: 'text' });
		const members = new Set((await listRoomMembers(tx, tenantId, textId)).map((each) => each.personId));
		const chosen = new Set([personId, ...personIds]);
		const come = [...chosen].filter((id) => !members.has(id));
		const gone = [...members].filter((id) => !chosen.has(id));
		const possible = new Set((await listTextSuggesters(tx, original)).map((each) => each.personId));
		if (!come.every((id) => possible.has(id))) return refuse({ code: 'thing.not-found', kind: 'person' });
		await addRoomMembers(tx, room, come, ctx.now);
		await removeRoomMembers(tx, room, gone);
		ctx.announce({ kind: 'access.changed', documentPrefix: formatDocumentName({ kind: 'text', id: textId }) });
		ctx.announce({ kind: 'text.changed', textId });
		return ok({ members: chosen.size });
	},
	audit: ({ textId }, { members }) => ({ entity: 'text', entityId: textId, facts: { roomMembers: members } })
});
