import { changeLine, holdSeenSheet, sheetInput, writeSheet } from './change-sheet.ts';
import { defineCommand } from './command.ts';
import { placeOfSheet } from './report-places.ts';

/** Keeps a report sheet as a draft; nothing has to be complete yet. */
export const saveSheet = defineCommand({
	name: 'save-sheet',
	right: 'report.submit',
	input: sheetInput,
	place: placeOfSheet,
	async run(ctx, input) {
		const sheet = await holdSeenSheet(ctx, input);
		return sheet.ok ? writeSheet(ctx, sheet.value, input, 'edit') : sheet;
	},
	audit: changeLine
});
