import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { v4 as uuid } from 'uuid';
import * as Y from 'yjs';
import type { DocumentName } from '#protocol/document-names.ts';
import { packFrames } from '#protocol/http-line.ts';
import { limits, type Limits } from '#protocol/limits.ts';
import { askMessage, updateMessage } from '#protocol/messages.ts';
import type { Database } from '#server/db/database.ts';
import { createDocumentLog } from '#server/sync/drizzle-document-log.ts';
import { StreamClient } from '../support/stream-client.ts';
import {
	createText,
	later,
	now,
	openDocumentDatabase,
	Participant,
	startInstance,
	until,
	type Line,
	type TestInstance
} from '../support/sync.ts';

let database: Database;
let closeDatabase: () => Promise<void>;
let name: DocumentName;
const instances: TestInstance[] = [];
const participants: Participant[] = [];
const streams: StreamClient[] = [];

beforeAll(async () => ({ database, close: closeDatabase } = await openDocumentDatabase()));
beforeEach(async () => void (name = await createText(database)));
afterEach(async () => {
	for (const stream of streams.splice(0)) stream.leave();
	for (const participant of participants.splice(0)) participant.leave();
	for (const instance of instances.splice(0)) await instance.close();
});
afterAll(() => closeDatabase());

async function start(limits: Partial<Limits> = {}): Promise<TestInstance> {
	const instance = await startInstance(database, { limits });
	instances.push(instance);
	return instance;
}

function meet(instance: TestInstance, person: string, line: Line = 'http', doc?: Y.Doc): Participant {
	const participant = new Participant(instance, name, person, doc, line);
	participants.push(participant);
	return participant;
}

/** Somebody who speaks to a stream by hand. */
async function dial(instance: TestInstance, person: string, document: string = name): Promise<StreamClient> {
	const stream = await StreamClient.open(instance.url, document, person);
	streams.push(stream);
	return stream;
}

async function textInLog(): Promise<string> {
	const doc = new Y.Doc();
	const stored = await createDocumentLog(database, now).load(name);
	for (const bytes of [stored!.snapshot.bytes, ...stored!.tail.map((row) => row.bytes)]) Y.applyUpdate(doc, bytes);
	return doc.getText('body').toString();
}

function updateSaying(text: string): Uint8Array {
	const doc = new Y.Doc();
	doc.getText('body').insert(0, text);
	return Y.encodeStateAsUpdate(doc);
}

test('people with and without WebSockets write together, and "saved" means the same', async () => {
	const instance = await start();
	const [anna, bert] = [await meet(instance, 'anna', 'http').synced(), await meet(instance, 'bert', 'web').synced()];
	for (let index = 0; index < 30; index++) {
		anna.doc.getText('body').insert(0, `a${index} `);
		bert.doc.getText('body').insert(bert.doc.getText('body').length, `b${index} `);
		if (index % 10 === 0) await later(5);
	}
	await until(() => anna.text === bert.text && anna.isSaved && bert.isSaved);
	expect(await textInLog()).toBe(anna.text);
	anna.provider.awareness.setLocalState({ idle: false });
	await until(() => bert.provider.awareness.getStates().get(anna.doc.clientID)?.user?.name === 'anna');
	anna.leave();
	await until(() => !bert.provider.awareness.getStates().has(anna.doc.clientID));
});

test('what is not on disk is not called saved and shown to nobody', async () => {
	const documents = createDocumentLog(database, now);
	let hold: Promise<void> = Promise.resolve();
	const instance = await startInstance(database, {
		documents: { ...documents, append: async (entries) => (await hold, documents.append(entries)) }
	});
	instances.push(instance);
	const [anna, bert] = [await meet(instance, 'anna').synced(), await meet(instance, 'bert').synced()];
	await until(() => anna.isSaved);
	let release = () => {};
	hold = new Promise((resolve) => (release = resolve));
	anna.doc.getText('body').insert(0, 'Radweg');
	await later(100);
	expect([bert.text, anna.isSaved, await textInLog()]).toEqual(['', false, '']);
	release();
	await until(() => anna.isSaved && bert.text === 'Radweg');
});

test('who may only read is told so when she writes, and the stream ends', async () => {
	const instance = await start();
	const rita = await meet(instance, 'rita').synced();
	rita.doc.getText('body').insert(0, 'doch');
	await until(() => rita.closes.includes(4403));
	expect(await textInLog()).toBe('');
	const stream = await dial(instance, 'rita');
	await until(() => stream.frames.length > 0);
	await stream.post(updateMessage(updateSaying('doch')));
	await stream.ended;
	expect(stream.code).toBe(4403);
	expect(stream.frames.some((frame) => frame[0] === 2)).toBe(true);
});

test('strangers, people without the right and unknown documents get the same codes as at a WebSocket', async () => {
	const instance = await start();
	const codeFor = async (person: string, document: string) => {
		const stream = await dial(instance, person, document);
		await stream.ended;
		return stream.code;
	};
	expect(await codeFor('nobody', name)).toBe(4401);
	expect(await codeFor('nils', name)).toBe(4403);
	expect(await codeFor('anna', `text:${uuid()}`)).toBe(4404);
	expect(await codeFor('anna', 'nonsense')).toBe(4404);
	expect(await codeFor('anna', `${name}?v=0`)).toBe(4409);
});

test('who loses the right is out within a second, and comes back as a reader when it is only changed', async () => {
	const instance = await start();
	const [anna, bert] = [await meet(instance, 'anna').synced(), await meet(instance, 'bert').synced()];
	const before = performance.now();
	instance.people.bert!.right = 'none';
	instance.people.anna!.right = 'read';
	await instance.sync.recheck({ documentPrefix: name });
	await until(() => bert.closes.length > 0 && anna.closes.length > 0);
	expect(performance.now() - before).toBeLessThan(1000);
	expect([bert.closes, anna.closes]).toEqual([[4403], [4503]]);
	await until(() => anna.provider.synced);
});

test('a page of a foreign origin opens no stream and sends nothing to one', async () => {
	const instance = await start();
	const anna = await dial(instance, 'anna');
	const address = `${instance.url.replace('ws', 'http')}/sync/${name}`;
	const cookie = 'wr_session=anna';
	const stream = { cookie, accept: 'text/event-stream' };
	const status = async (init: RequestInit) => (await fetch(address, init)).status;
	expect(await status({ headers: { ...stream, origin: 'https://evil.example' } })).toBe(403);
	expect(await status({ headers: { ...stream, 'sec-fetch-site': 'same-site' } })).toBe(403);
	expect(await status({ headers: { cookie } })).toBe(426);
	expect(await status({ method: 'PUT', headers: { cookie } })).toBe(405);
	expect((await anna.request({ origin: 'https://evil.example' }, 1, updateMessage(updateSaying('x')))).status).toBe(
		403
	);
	expect(anna.code).toBeNull();
});

test('nobody else sends frames to a stream, even with its id', async () => {
	const instance = await start();
	const anna = await dial(instance, 'anna');
	const frame = updateMessage(updateSaying('untergeschoben'));
	expect((await anna.request({ cookie: 'wr_session=bert' }, 1, frame)).status).toBe(403);
	expect((await anna.request({ cookie: '' }, 1, frame)).status).toBe(403);
	// The same person's cookies may differ in other things.
	expect((await anna.request({ cookie: 'wr_theme=dark; wr_session=anna' }, 1, frame)).status).toBe(204);
	await until(async () => (await textInLog()) === 'untergeschoben');
});

test('a POST that is sent again does no harm, and one out of order is not taken', async () => {
	const instance = await start();
	const stream = await dial(instance, 'anna');
	const [first, second] = [updateMessage(updateSaying('eins ')), updateMessage(updateSaying('zwei '))];
	expect((await stream.request({}, 2, second)).status).toBe(409);
	expect((await stream.request({}, 1, first)).status).toBe(204);
	expect((await stream.request({}, 1, second)).status).toBe(204);
	expect((await stream.request({}, 1, first)).status).toBe(204);
	await until(() => stream.saved === 1);
	expect(await textInLog()).toBe('eins ');
	expect((await stream.request({}, 2, second)).status).toBe(204);
	await until(() => stream.saved === 2);
});

test('a stream that is gone is unknown, so that the client opens another', async () => {
	const instance = await start();
	const stream = await dial(instance, 'anna');
	stream.leave();
	await until(async () => (await stream.request({}, 1)).status === 404);
	const other = await dial(instance, 'anna');
	expect((await other.request({ 'sync-stream': 'AAAAAAAAAAAAAAAAAAAAAA' }, 1)).status).toBe(404);
	const elsewhere = `${instance.url.replace('ws', 'http')}/sync/${await createText(database)}`;
	expect((await other.request({}, 1, undefined, elsewhere)).status).toBe(404);
});

test('a malformed or huge body ends the stream it was sent to, and no other', async () => {
	const instance = await start();
	const anna = await meet(instance, 'anna').synced();
	const codeFor = async (body: Uint8Array) => {
		const stream = await dial(instance, 'bert');
		const { status } = await stream.send({}, 1, body);
		await stream.ended;
		return [status, stream.code];
	};
	expect(await codeFor(new Uint8Array([5, 1, 2]))).toEqual([204, 4400]);
	expect(await codeFor(packFrames([new Uint8Array([42])]))).toEqual([204, 4400]);
	expect(await codeFor(new Uint8Array(limits.framesPerPost + 1))).toEqual([204, 4400]);
	expect(await codeFor(new Uint8Array(limits.postBytes + 1))).toEqual([413, 1009]);
	anna.doc.getText('body').insert(0, 'unversehrt');
	await until(() => anna.isSaved);
	expect(anna.closes).toEqual([]);
});

test('who asks and never reads is let go, while the others go on', async () => {
	const instance = await start({ bufferedAtMost: 300_000, closingWithin: 100, presenceEvery: 5 });
	const anna = await meet(instance, 'anna', 'web').synced();
	for (let index = 0; index < 12; index++) anna.doc.getMap('meta').set(`n${index}`, new Y.Text('x'.repeat(60_000)));
	await until(() => anna.isSaved);
	const slow = await dial(instance, 'bert');
	slow.pause();
	for (let index = 0; index < 15; index++) await slow.post(askMessage(new Uint8Array([0])));
	anna.doc.getMap('meta').set('done', true);
	await until(() => anna.isSaved);
	await until(async () => (await slow.request({}, 99)).status === 404);
	expect(anna.closes).toEqual([]);
});

test('a client that vanished without a word is noticed by its silence', async () => {
	const instance = await start({ heartbeatEvery: 60 });
	const [silent, alive] = [await dial(instance, 'anna'), await dial(instance, 'bert')];
	alive.answersPings = true;
	await silent.ended;
	await later(300);
	expect([silent.code, alive.code, alive.isOpen]).toEqual([null, null, true]);
});

test('who sends too fast is read more slowly, not thrown out', async () => {
	const instance = await start({ burstTokens: 40, tokensPerSecond: 200 });
	const stream = await dial(instance, 'anna');
	const ask = askMessage(new Uint8Array([0]));
	const before = performance.now();
	for (let sequence = 1; sequence <= 6; sequence++) {
		expect((await stream.request({}, sequence, ask)).status).toBe(204);
	}
	expect(performance.now() - before).toBeGreaterThan(200);
	expect(stream.code).toBeNull();
});

test('a server that stops says goodbye, and work goes on at the next one', async () => {
	const first = await start();
	const anna = await meet(first, 'anna').synced();
	await until(() => anna.isSaved);
	await first.close();
	instances.splice(0);
	expect(anna.closes[0]).toBe(1001);
	anna.doc.getText('body').insert(0, 'weiter');
	const second = await startInstance(database, { people: first.people });
	instances.push(second);
	const again = meet(second, 'anna', 'http', anna.doc);
	await until(() => again.isSaved);
	expect(await textInLog()).toBe('weiter');
});
