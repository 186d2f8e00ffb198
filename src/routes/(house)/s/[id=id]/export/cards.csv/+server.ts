import type { RequestHandler } from '@sveltejs/kit';
import { csvOf, downloadHeaders } from '#server/exports/csv.ts';
import { exportedMinutes } from '#server/exports/session-export.ts';
import { cardsTable } from '../cards-table.ts';
import { fileName } from '../file-name.ts';

/** The cards of a session for a spreadsheet, at any time. */
export const GET: RequestHandler = async (event) => {
	const minutes = await exportedMinutes(event, event.params.id ?? '');
	return new Response(csvOf(cardsTable(minutes)), {
		headers: downloadHeaders('text/csv; charset=utf-8', `${fileName(minutes)}.csv`)
	});
};
