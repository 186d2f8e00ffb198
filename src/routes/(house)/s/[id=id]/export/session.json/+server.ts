import type { RequestHandler } from '@sveltejs/kit';
import { classWords } from '#lib/consensus/round-words.ts';
import { downloadHeaders } from '#server/exports/csv.ts';
import { exportedMinutes } from '#server/exports/session-export.ts';

/** Everything a session has so far, for programs: without names, and with the words of no hidden card. */
export const GET: RequestHandler = async (event) => {
	const minutes = await exportedMinutes(event, event.params.id ?? '');
	const rounds = minutes.rounds.map((round) => ({ ...round, voteClassText: classWords[round.voteClass]() }));
	const exported = { exportedAt: event.locals.app.clock().toISOString(), ...minutes, rounds };
	return new Response(`${JSON.stringify(exported, null, '\t')}\n`, {
		headers: downloadHeaders('application/json; charset=utf-8', `${minutes.session.title}.json`)
	});
};
