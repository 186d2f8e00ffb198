import type { Cluster } from '../support/postgres.js';
import * as Y from 'yjs';
import { readDocument } from '#server/sync/server-changes.ts';
import { openProofDatabase } from '../support/proof-database.ts';
import type { SyncChild } from '../support/sync-child.ts';
import { later, until } from '../support/sync.ts';
import { Crowd } from './crowd.ts';
import type { Toll } from './rounds.ts';

/**
 * The database is killed while people write, and comes back some time later. What was seen or called saved before is in it, and
 * everybody goes on without doing anything.
 */
export async function postgresCrashes(server: SyncChild, cluster: Cluster, rounds: number): Promise<Toll> {
	const toll: Toll = { rounds: 0, seen: 0, saved: 0, lost: 0 };
	for (; toll.rounds < rounds; toll.rounds++) {
		const crowd = await Crowd.gather(server);
		crowd.write();
		await until(() => crowd.shown > 20 && crowd.saved > 20, 20_000);
		await later(Math.random() * 200);
		await cluster.kill9();
		await later(Math.random() * 1_000);
		crowd.rest();
		const owed = crowd.replicas.map(({ owed }) => [...owed]);
		await cluster.start();
		const stored = Y.snapshot(await read(cluster.url, crowd));
		toll.lost += owed.flat().filter((update) => !Y.snapshotContainsUpdate(stored, update)).length;
		await until(() => crowd.replicas.every(({ saved }) => saved), 30_000);
		toll.lost += crowd.missingFrom(await read(cluster.url, crowd));
		toll.seen += crowd.shown;
		toll.saved += crowd.saved;
		crowd.leave();
	}
	return toll;
}

/** The document as it lies in the database, past the sync server. */
async function read(databaseUrl: string, { name }: Crowd): Promise<Y.Doc> {
	const { database, close } = await openProofDatabase({ databaseUrl });
	const doc = new Y.Doc();
	Y.applyUpdate(doc, await readDocument(database, name));
	await close();
	return doc;
}
