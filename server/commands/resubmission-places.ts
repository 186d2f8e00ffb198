import { findText } from '../db/repositories/texts.ts';
import { textOfResubmission } from '../db/repositories/resubmissions.ts';
import type { Transaction } from '../db/database.ts';
import type { Place } from './context.ts';
import { settingOfText } from './text-places.ts';

/** Where a text is presented again: in its process. Of its session, which is long over, nothing follows. */
export async function placeOfResubmitted(tx: Transaction, { textId }: { textId: string }): Promise<Place | null> {
	const text = await findText(tx, textId);
	if (!text || text.roomOf !== null) return text && settingOfText(text);
	return { tenantId: text.tenantId, processId: text.processId, textId };
}

/** Where a command on a Wiedervorlage acts. */
export async function placeOfResubmission(
	tx: Transaction,
	{ resubmissionId }: { resubmissionId: string }
): Promise<Place | null> {
	const textId = await textOfResubmission(tx, resubmissionId);
	return textId === null ? null : placeOfResubmitted(tx, { textId });
}
