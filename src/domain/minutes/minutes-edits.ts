import { ok, refuse, type Result } from '../result.ts';
import { lengthOf, normaliseLine, normaliseText } from '../texts/normal-form.ts';
import type { MinutesEdits } from './minutes.ts';

/** How many characters a part of the minutes may have that people write themselves; the place fits one line. */
export const editLimits = { place: 200, text: 10_000 } as const;

/** The words that somebody adds to the minutes, in normal form; `input.too-long` names the part that is too long. */
export function minutesEdits(typed: MinutesEdits): Result<MinutesEdits> {
	const edits: MinutesEdits = {
		place: normaliseLine(typed.place),
		summary: normaliseText(typed.summary),
		remarks: normaliseText(typed.remarks),
		openPoints: normaliseText(typed.openPoints)
	};
	for (const [field, text] of Object.entries(edits) as [keyof MinutesEdits, string][]) {
		const limit = field === 'place' ? editLimits.place : editLimits.text;
		if (lengthOf(text) > limit) return refuse({ code: 'input.too-long', field, limit });
	}
	return ok(edits);
}
