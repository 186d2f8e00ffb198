import { checkSheet } from '#domain/reporting/sheet.ts';
import { changeLine, holdSeenSheet, sheetInput, writeSheet } from './change-sheet.ts';
import { defineCommand } from './command.ts';
import { placeOfSheet } from './report-places.ts';

/** Hands a report sheet in: contributions, risks ("keine" is an answer) and the assessment are there. */
export const submitSheet = defineCommand({
	name: 'submit-sheet',
	right: 'report.submit',
	input: sheetInput,
	place: placeOfSheet,
	async run(ctx, input) {
		const sheet = await holdSeenSheet(ctx, input);
		if (!sheet.ok) return sheet;
		const { contributions, risks, assessment = null } = input;
		const complete = checkSheet(
			{ contributions, risks, assessment, countermeasures: [] },
			{ cause: false, otherUnit: false }
		);
		return complete.ok ? writeSheet(ctx, sheet.value, input, 'submit') : complete;
	},
	audit: changeLine
});
