import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { v4 as uuid } from 'uuid';
import * as Y from 'yjs';
import { closeCodes } from '#protocol/close-codes.ts';
import { messageTypes } from '#protocol/messages.ts';
import type { Database } from '#server/db/database.ts';
import {
	documentCheckpoints,
	documentClients,
	documentSnapshots,
	documentUpdates
} from '#server/db/schema/documents.ts';
import {
	createText,
	dial,
	later,
	now,
	openDocumentDatabase,
	Participant,
	startInstance,
	until,
	type TestInstance
} from '../../tests/support/sync.ts';
import { eraseFromDocuments, nobody } from './erase.ts';
import { readCheckpoint, setCheckpoint } from './history.ts';

let database: Database;
let closeDatabase: () => Promise<void>;
const instances: TestInstance[] = [];
const participants: Participant[] = [];
beforeAll(async () => ({ database, close: closeDatabase } = await openDocumentDatabase()));
afterEach(async () => {
	for (const participant of participants.splice(0)) participant.leave();
	for (const instance of instances.splice(0)) await instance.close();
});
afterAll(() => closeDatabase());

async function start(options: Parameters<typeof startInstance>[1] = {}): Promise<TestInstance> {
	const instance = await startInstance(database, options);
	instances.push(instance);
	return instance;
}

async function join(instance: TestInstance, name: string, cookie: string, doc?: Y.Doc): Promise<Participant> {
	const participant = new Participant(instance, name, cookie, doc);
	participants.push(participant);
	return participant.synced();
}

/** Anna has written, taken some of it back, and is erased; Bert has written too. */
async function afterErasure(instance: TestInstance) {
	const name = await createText(database);
	const [anna, bert] = [await join(instance, name, 'anna'), await join(instance, name, 'bert')];
	anna.doc.getText('body').insert(0, 'Geheimnis Radweg');
	await until(() => bert.text === 'Geheimnis Radweg' && anna.isSaved);
	const checkpoint = uuid();
	const mark = { id: checkpoint, kind: 'manual', label: {}, author: instance.people.anna!.id, at: now() } as const;
	await database.transaction((tx) => setCheckpoint(tx, [name], mark));
	// A copy that never hears of the deletion.
	const old = new Y.Doc();
	Y.applyUpdate(old, Y.encodeStateAsUpdate(anna.doc));
	bert.doc.getText('body').delete(0, 'Geheimnis '.length);
	await until(() => anna.text === 'Radweg' && bert.isSaved);
	const erasure = uuid();
	const erased = await database.transaction((tx) =>
		eraseFromDocuments(tx, instance.people.anna!.id, [], { id: erasure, at: now() })
	);
	return { name, anna, bert, old, checkpoint, erasure, erased };
}

test('what an erased person had deleted is nowhere any more, and nothing names her', async () => {
	const instance = await start();
	const { name, checkpoint, erasure, erased } = await afterErasure(instance);
	expect(erased).toEqual([name]);
	const [snapshot] = await database.select().from(documentSnapshots).where(eq(documentSnapshots.document, name));
	expect(Buffer.from(snapshot!.bytes).includes('Radweg')).toBe(true);
	expect(Buffer.from(snapshot!.bytes).includes('Geheimnis')).toBe(false);
	expect(await database.$count(documentUpdates, eq(documentUpdates.document, name))).toBe(0);
	expect(await readCheckpoint(database, name, checkpoint)).toBeNull();
	expect(await readCheckpoint(database, name, erasure)).toEqual(snapshot!.bytes);
	const person = instance.people.anna!.id;
	expect(await database.$count(documentClients, eq(documentClients.person, person))).toBe(0);
	expect(await database.$count(documentClients, eq(documentClients.person, nobody))).toBeGreaterThan(0);
	expect(await database.$count(documentCheckpoints, eq(documentCheckpoints.author, person))).toBe(0);
});

test('everybody who has the document open comes back to it and can go on', async () => {
	const instance = await start();
	const { name, anna, bert } = await afterErasure(instance);
	await instance.sync.recheck({ documentPrefix: name });
	await until(() => bert.closes.includes(closeCodes.tryAgainLater) && bert.provider.synced);
	bert.doc.getText('body').insert(0, 'Neuer ');
	await until(() => anna.text === 'Neuer Radweg' && bert.isSaved);
	expect((await join(instance, name, 'cora')).text).toBe('Neuer Radweg');
});

test('a process that has not heard of the erasure stores nothing that was written on the old document', async () => {
	const instance = await start();
	const { name, bert } = await afterErasure(instance);
	bert.doc.getText('body').insert(0, 'Neuer ');
	await until(() => bert.closes.includes(closeCodes.tryAgainLater) && bert.isSaved);
	expect((await join(instance, name, 'cora')).text).toBe('Neuer Radweg');
});

test('who comes back with a copy from before the erasure is told to load the page again', async () => {
	const instance = await start();
	const { name } = await afterErasure(instance);
	const cookie = { cookie: 'wr_session=bert' };
	const { closed } = await dial(instance, `/sync/${name}?v=2&e=0`, cookie);
	expect(await closed).toBe(closeCodes.outdated);
	const present = await dial(instance, `/sync/${name}?v=2&e=1`, cookie);
	await until(() => present.frames.length > 1);
	expect([...present.frames[0]!]).toEqual([messageTypes.epoch, 1]);
	present.socket.terminate();
});

test('a standard client with an old copy brings nothing back that was erased', async () => {
	const instance = await start();
	const { name, old, anna, bert } = await afterErasure(instance);
	await instance.sync.recheck({ documentPrefix: name });
	anna.leave();
	await until(() => bert.provider.synced && bert.isSaved);
	await join(instance, name, 'anna', old);
	await later(100);
	expect((await join(instance, name, 'cora')).text).toBe('Radweg');
	const rows = await database.select().from(documentUpdates).where(eq(documentUpdates.document, name));
	expect(rows.some(({ bytes }) => Buffer.from(bytes).includes('Geheimnis'))).toBe(false);
});

test('nobody can write under the client id of an erased person', async () => {
	const instance = await start();
	const { name, anna } = await afterErasure(instance);
	await instance.sync.recheck({ documentPrefix: name });
	const forged = new Y.Doc();
	anna.leave();
	await later(50);
	Y.applyUpdate(forged, Y.encodeStateAsUpdate(anna.doc));
	forged.clientID = anna.doc.clientID;
	forged.getText('body').insert(0, 'Gefälscht ');
	const forger = new Participant(instance, name, 'cora', forged);
	participants.push(forger);
	await until(() => forger.closes.includes(closeCodes.malformed));
	expect((await join(instance, name, 'bert')).text).toBe('Radweg');
});
