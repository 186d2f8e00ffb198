import type { Transaction } from '../db/database.ts';
import { findText, type LiveText } from '../db/repositories/texts.ts';
import type { Place } from './context.ts';

/** From which things somebody's standing towards a text follows; in the room of a group from its membership alone. */
export function settingOfText(text: LiveText): Place & { textId: string } {
	const { tenantId, processId, sessionId, id, roomOf, nonPublic, rests } = text;
	if (roomOf !== null) return { tenantId, textId: id, groupRoomId: id };
	return { tenantId, processId, textId: id, ...(sessionId && { sessionId, nonPublic, rests }) };
}

/** Where a command on a text acts. */
export async function placeOfText(tx: Transaction, { textId }: { textId: string }): Promise<Place | null> {
	const text = await findText(tx, textId);
	return text && settingOfText(text);
}
