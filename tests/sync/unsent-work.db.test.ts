import { IDBFactory } from 'fake-indexeddb';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { WebSocket as NodeSocket } from 'ws';
import * as Y from 'yjs';
import { connectDocument, type DocumentConnection } from '#lib/sync/connect-document.ts';
import { keepWithin } from '#lib/sync/outbox.ts';
import { OutboxStore } from '#lib/sync/outbox-store.ts';
import { isTidying } from '#lib/sync/tidying.ts';
import type { DocumentName } from '#protocol/document-names.ts';
import type { Database } from '#server/db/database.ts';
import { createDocumentLog } from '#server/sync/drizzle-document-log.ts';
import {
	createText,
	now,
	openDocumentDatabase,
	Participant,
	startInstance,
	until,
	type TestInstance
} from '../support/sync.ts';

let database: Database;
let closeDatabase: () => Promise<void>;
let instance: TestInstance;
let store: OutboxStore;
let name: DocumentName;
const open: { close(): void }[] = [];
const person = 'the person at this browser';
const before = globalThis.indexedDB;

beforeAll(async () => {
	globalThis.indexedDB = new IDBFactory();
	store = await OutboxStore.open(indexedDB);
	({ database, close: closeDatabase } = await openDocumentDatabase());
	instance = await startInstance(database);
});
beforeEach(async () => void (name = await createText(database)));
afterEach(() => {
	for (const connection of open.splice(0)) connection.close();
	instance.people.anna!.right = 'write';
});
afterAll(async () => {
	await instance.close();
	await closeDatabase();
	globalThis.indexedDB = before;
});

class AnnasSocket extends NodeSocket {
	constructor(url: string) {
		super(url, { headers: { cookie: 'wr_session=anna' } });
	}
}

/** Anna opens the document in her browser, as after every reload. */
function load(mayWrite = true): DocumentConnection {
	const connection = connectDocument(name, {
		server: `${instance.url}/sync`,
		Socket: AnnasSocket as unknown as typeof WebSocket,
		author: { personId: person, mayWrite }
	});
	open.push(connection);
	return connection;
}

async function loaded(mayWrite?: boolean): Promise<DocumentConnection> {
	const connection = load(mayWrite);
	await until(() => connection.save.status.kind === 'saved');
	return connection;
}

async function bert(): Promise<Participant> {
	const participant = await new Participant(instance, name, 'bert').synced();
	open.push({ close: () => participant.leave() });
	return participant;
}

const body = ({ doc }: { doc: Y.Doc }) => doc.getText('body');
const waiting = () => store.of(person, name);
const rows = async () => (await createDocumentLog(database, now).after(name, 0)).length;

/** Anna writes without a connection and closes the tab. */
async function writeAway(change: (text: Y.Text) => void, from?: DocumentConnection): Promise<void> {
	const connection = from ?? (await loaded());
	connection.provider.disconnect();
	change(body(connection));
	connection.close();
	await until(async () => (await waiting()).length > 0);
}

test('work of a page that is gone goes out once, beside what others wrote meanwhile', async () => {
	const first = await loaded();
	body(first).insert(0, 'Wir bauen Wege.');
	await until(() => !first.save.unsaved);
	await writeAway((text) => {
		text.doc!.transact(() => text.delete(4, 5), 'by hand');
		text.insert(4, 'planen');
	}, first);
	const other = await bert();
	body(other).insert(body(other).length, ' Und Brücken.');
	await until(() => other.isSaved);

	const again = load();
	await until(() => again.save.status.kind === 'saved');
	expect(body(again).toString()).toBe('Wir planen Wege. Und Brücken.');
	expect(again.save.status).toEqual({ kind: 'saved', transferred: 2 });
	await until(() => other.text === 'Wir planen Wege. Und Brücken.');
	await until(async () => (await waiting()).length === 0);
	again.close();
	const before = await rows();
	await loaded();
	expect(await rows()).toBe(before);
});

test('several reloads without a connection lose nothing and send nothing twice', async () => {
	await writeAway((text) => text.insert(0, 'eins '));
	const offline = load();
	await offline.arrived;
	offline.provider.disconnect();
	body(offline).insert(body(offline).length, 'zwei');
	offline.close();
	const again = await loaded();
	expect(body(again).toString()).toBe('eins zwei');
	const other = await bert();
	expect(other.text).toBe('eins zwei');
});

test('who may only read now sends nothing, is told, and sends it when she may write again', async () => {
	await writeAway((text) => text.insert(0, 'noch nicht da'));
	instance.people.anna!.right = 'read';
	const reading = load(false);
	await reading.arrived;
	expect([reading.unsent.changes, reading.unsent.reason, reading.unsent.words]).toEqual([
		1,
		'reading',
		'noch nicht da'
	]);
	expect([body(reading).toString(), reading.save.unsaved, await rows()]).toEqual(['', false, 0]);
	reading.close();
	instance.people.anna!.right = 'write';
	const writing = await loaded();
	expect([writing.unsent.changes, body(writing).toString()]).toEqual([0, 'noch nicht da']);
});

test('who only deleted something is told as well', async () => {
	const first = await loaded();
	body(first).insert(0, 'Wir bauen Wege.');
	await until(() => !first.save.unsaved);
	await writeAway((text) => text.doc!.transact(() => text.delete(0, 4), 'by hand'), first);
	instance.people.anna!.right = 'read';
	const reading = load(false);
	await reading.arrived;
	expect([reading.unsent.changes, reading.unsent.words, body(reading).toString()]).toEqual([1, '', 'Wir bauen Wege.']);
});

test('what Yjs tidies up in the browser of somebody who reads is no work of hers', async () => {
	instance.people.anna!.right = 'read';
	const reading = load(false);
	await reading.arrived;
	const tidied: boolean[] = [];
	reading.doc.on('update', (update: Uint8Array, origin: unknown) => void tidied.push(isTidying(update, origin)));
	body(reading);
	const [one, other] = [new Y.Doc(), new Y.Doc()];
	body({ doc: one }).insert(0, 'Wir bauen Wege.');
	Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
	for (const doc of [one, other]) body({ doc }).format(0, 3, { bold: true });
	for (const doc of [one, other]) Y.applyUpdate(reading.doc, Y.encodeStateAsUpdate(doc), reading.provider);
	expect(tidied).toEqual([false, false, true]);
	expect(reading.save.unsaved).toBe(false);
	reading.close();
	await new Promise((resolve) => setTimeout(resolve, 2 * keepWithin));
	expect(await waiting()).toEqual([]);
});

test('a page that believes it may write is told that it may not, and keeps the work', async () => {
	await writeAway((text) => text.insert(0, 'zu spät'));
	instance.people.anna!.right = 'read';
	const page = load(true);
	await until(() => page.unsent.changes === 1);
	expect([page.save.status, page.unsent.words]).toEqual([{ kind: 'refused', reason: 'no-access' }, 'zu spät']);
	expect([(await waiting()).length, await rows()]).toEqual([1, 0]);
});

test('work that was saved, only its confirmation got lost, is not called unsent', async () => {
	const first = await loaded();
	const updates: Uint8Array[] = [];
	first.doc.on('update', (update: Uint8Array) => updates.push(update));
	body(first).insert(0, 'da');
	await until(() => !first.save.unsaved);
	first.close();
	await store.add({ person, document: name, page: 'gone', at: Date.now(), changes: 1, update: updates[0]! });
	const reading = load(false);
	await reading.arrived;
	await until(async () => (await waiting()).length === 0);
	expect(reading.unsent.changes).toBe(0);
});

test('work that the server cannot take is told and kept until it is thrown away; then the document opens', async () => {
	const elsewhere = new Y.Doc();
	elsewhere.getText('body').insert(0, 'x');
	const known = Y.encodeStateVector(elsewhere);
	elsewhere.getText('body').insert(1, 'ohne Anfang');
	const update = Y.encodeStateAsUpdate(elsewhere, known);
	await store.add({ person, document: name, page: 'gone', at: Date.now(), changes: 1, update });

	const page = load();
	await until(() => page.unsent.changes === 1);
	expect([page.save.status, page.unsent.reason, page.unsent.words]).toEqual([
		{ kind: 'refused', reason: 'malformed' },
		'not-taken',
		'ohne Anfang'
	]);
	expect(await waiting()).toHaveLength(1);
	await page.unsent.discard();
	page.close();
	const fresh = await loaded();
	expect([fresh.unsent.changes, body(fresh).toString()]).toEqual([0, '']);
});

test('who leaves right after the last letter leaves nothing unsent behind', async () => {
	const page = await loaded();
	body(page).insert(0, 'schnell weg');
	page.close();
	await until(async () => (await rows()) === 1);
	const next = await loaded();
	expect([body(next).toString(), (await waiting()).length]).toEqual(['schnell weg', 0]);
});
