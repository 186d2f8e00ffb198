import { v4 as uuid } from 'uuid';
import * as Y from 'yjs';
import type { DocumentName } from '#protocol/document-names.ts';
import { seededRandom } from '../support/board-tables.ts';
import { Replica } from '../support/replica.ts';
import type { SyncChild } from '../support/sync-child.ts';
import { later, until } from '../support/sync.ts';
import { hostileFrame } from './frames.ts';
import { Stranger } from './stranger.ts';

const strangers = 8;
const framesPerRoom = 1_000;

/** Limits that let strangers send as fast as the server can read, and rooms leave memory at once. */
export const openDoors = {
	burstTokens: 10_000_000,
	tokensPerSecond: 10_000_000,
	connectionsPerPerson: 10_000,
	unloadAfter: 100
};

/** What a siege has shown. */
export interface SiegeReport {
	frames: number;
	closes: Map<number, number>;
	/** Memory in use after tidying up, in bytes, before and after. */
	before: number;
	after: number;
}

/**
 * Strangers send frames into rooms in which honest people write. Throws when an honest person is disconnected or loses a word, and when
 * two who open the document afterwards see different ones; the seed describes the frames.
 */
export async function siege(server: SyncChild, frames: number, seed: number): Promise<SiegeReport> {
	const closes = new Map<number, number>();
	// A server that has just started takes some memory for good once it works.
	await besiegeRoom(server, Math.min(frames / 2, 3_000), seed + 1_000_000, new Map());
	const before = await memoryAtRest(server);
	for (let sent = 0, room = 0; sent < frames; sent += framesPerRoom, room++) {
		await besiegeRoom(server, Math.min(framesPerRoom, frames - sent), seed + room, closes);
	}
	return { frames, closes, before, after: await memoryAtRest(server) };
}

async function memoryAtRest(server: SyncChild): Promise<number> {
	await later(3 * openDoors.unloadAfter);
	return server.ask({ memory: true });
}

async function besiegeRoom(server: SyncChild, frames: number, seed: number, closes: Map<number, number>) {
	const name: DocumentName = `text:${uuid()}`;
	await server.ask({ create: name });
	const random = seededRandom(seed);
	const join = (person: string) => new Replica(name, person, Math.floor(random() * 2 ** 32), () => server.url);
	const honest = ['anna', 'bert'].map(join);
	let broken = 0;
	for (const { provider } of honest) provider.on('connection-close', (event) => event && broken++);
	await until(() => honest.every(({ saved, synced }) => saved && synced), 20_000);

	const known = { doc: honest[0]!.doc, others: honest.map(({ doc }) => doc.clientID) };
	const besiegers = Array.from({ length: strangers }, () => new Stranger(`${server.url}/sync/${name}`, 'mallory'));
	let words = 0;
	let left = frames;
	const typing = setInterval(() => honest.forEach(({ doc }) => write(doc, words++)), 25);
	await Promise.all(
		besiegers.map(async (stranger) => {
			while (left-- > 0) await stranger.send(hostileFrame(random, known));
		})
	);
	clearInterval(typing);
	for (const stranger of besiegers) {
		stranger.leave();
		for (const [code, count] of stranger.closes) closes.set(code, (closes.get(code) ?? 0) + count);
	}
	await expectUnharmed(honest, ['newcomer', 'latecomer'].map(join), `seed ${seed}`);
	if (broken > 0) throw new Error(`An honest connection was closed (seed ${seed})`);
}

function write(doc: Y.Doc, word: number): void {
	doc.getMap('meta').set(`word${doc.clientID}-${word}`, word);
}

async function expectUnharmed(honest: Replica[], fresh: Replica[], where: string): Promise<void> {
	const everybody = [...honest, ...fresh];
	const words = ({ doc }: Replica) => JSON.stringify(Object.entries(doc.getMap('meta').toJSON()).sort(byKey));
	// Letters with forged neighbours are ordered by an open window as they came to it (docs/threat-model.md).
	const letters = ({ doc }: Replica) => JSON.stringify(doc.getText('body').toDelta());
	const agree = (replicas: Replica[], on: (replica: Replica) => string) => new Set(replicas.map(on)).size === 1;
	await until(() => everybody.every(({ saved, synced }) => saved && synced), 20_000);
	await until(() => agree(everybody, words) && agree(fresh, letters), 20_000).catch((error: unknown) => {
		throw new Error(`They do not agree (${where})`, { cause: error });
	});
	// A stranger who may write may delete; what was written and shown is in the document all the same.
	const there = Y.snapshot(fresh[0]!.doc);
	const missing = honest.flatMap(({ owed }) => owed).filter((update) => !Y.snapshotContainsUpdate(there, update));
	if (missing.length > 0) throw new Error(`${missing.length} changes that were saved or shown are missing (${where})`);
	for (const replica of everybody) replica.end();
}

const byKey = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1);
