import { later, until } from '../support/sync.ts';
import type { SyncChild } from '../support/sync-child.ts';
import { Crowd } from './crowd.ts';

/** What rounds of killing have shown. */
export interface Toll {
	rounds: number;
	/** Updates that somebody was shown. */
	seen: number;
	/** Updates that were called saved. */
	saved: number;
	lost: number;
}

/**
 * Round after round people write at full speed until the server is killed with `kill -9`. When it is back, somebody who knows
 * nothing must find everything that anybody had seen or been told to be saved.
 */
export async function killRounds(server: SyncChild, rounds: number, told?: (toll: Toll) => void): Promise<Toll> {
	const toll: Toll = { rounds: 0, seen: 0, saved: 0, lost: 0 };
	for (; toll.rounds < rounds; toll.rounds++) {
		const crowd = await Crowd.gather(server);
		crowd.write();
		await until(() => crowd.shown > 20 && crowd.saved > 20, 20_000);
		await later(Math.random() * 200);
		await server.kill9();
		crowd.leave();
		await server.restart();
		const newcomer = await crowd.newcomer();
		toll.lost += crowd.missingFrom(newcomer.doc);
		toll.seen += crowd.shown;
		toll.saved += crowd.saved;
		newcomer.end();
		told?.({ ...toll, rounds: toll.rounds + 1 });
	}
	return toll;
}
