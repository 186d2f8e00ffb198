import type { RequestHandler } from '@sveltejs/kit';
import { classWords } from '#lib/consensus/round-words.ts';
import { downloadHeaders } from '#server/exports/csv.ts';
import { exportedSession } from '#server/exports/session-export.ts';
import { fileName } from '../file-name.ts';

/** Everything a session has so far, its board included, for programs: without names, and with the words of no hidden card. */
export const GET: RequestHandler = async (event) => {
	const everything = await exportedSession(event, event.params.id ?? '');
	const rounds = everything.rounds.map((round) => ({ ...round, voteClassText: classWords[round.voteClass]() }));
	const exported = { exportedAt: event.locals.app.clock().toISOString(), ...everything, rounds };
	return new Response(`${JSON.stringify(exported, null, '\t')}\n`, {
		headers: downloadHeaders('application/json; charset=utf-8', `${fileName(everything)}.json`)
	});
};
