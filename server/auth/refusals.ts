import type { Problem } from '#domain/problems.ts';
import { onlyPauseForbids, type Action, type Standing } from '#domain/rights/rights.ts';
import type { Database, Transaction } from '../db/database.ts';
import { findPause } from '../db/repositories/pauses.ts';
import type { Setting } from './standings.ts';

/** Why somebody in these standings may not do something: because the process rests, where it is only that, else because the right is missing. */
export async function whyNot(
	tx: Database | Transaction,
	held: ReadonlySet<Standing>,
	action: Action,
	at: Setting
): Promise<Problem> {
	return (onlyPauseForbids(held, action) && (await atRest(tx, at))) || { code: 'right.missing', action };
}

/** That the process of a thing rests, in words that say since when and why; null where it goes on. */
export async function atRest(tx: Database | Transaction, at: Setting): Promise<Problem | null> {
	const pause = await findPause(tx, at);
	return pause && { code: 'process.paused', since: pause.since, reason: pause.reason };
}
