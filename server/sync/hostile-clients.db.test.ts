import { connect } from 'node:net';
import * as encoding from 'lib0/encoding';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { v4 as uuid } from 'uuid';
import * as Y from 'yjs';
import type { DocumentName } from '#protocol/document-names.ts';
import { answerMessage, askMessage, presenceMessage, readSaved, updateMessage } from '#protocol/messages.ts';
import type { Database } from '#server/db/database.ts';
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
import { createDocumentLog } from './drizzle-document-log.ts';

let database: Database;
let closeDatabase: () => Promise<void>;
let instance: TestInstance;
let name: DocumentName;
/** An honest person who is there all the time and must not notice anything. */
let anna: Participant;

beforeAll(async () => {
	({ database, close: closeDatabase } = await openDocumentDatabase());
	instance = await startInstance(database);
});
beforeEach(async () => {
	name = await createText(database);
	anna = await new Participant(instance, name, 'anna').synced();
	anna.doc.getText('body').insert(0, 'Wir');
	anna.provider.awareness.setLocalState({ idle: false });
	await until(() => anna.isSaved);
});
afterEach(() => anna.leave());
afterAll(async () => {
	await instance.close();
	await closeDatabase();
});

const as = (person: string) => ({ cookie: `wr_session=${person}` });

async function stranger(person = 'bert') {
	const dialled = await dial(instance, `/sync/${name}`, as(person));
	await until(() => dialled.frames.length > 0);
	return dialled;
}

/** Sends frames as Bert and tells with which code he was thrown out. */
async function codeFor(...frames: (Uint8Array | string)[]): Promise<number> {
	const { socket, closed } = await stranger();
	for (const frame of frames) socket.send(frame);
	return closed;
}

/** The document is as Anna left it, the server is up, and Anna works on, unharmed. */
async function expectNobodyHarmed(): Promise<void> {
	anna.doc.getText('body').insert(anna.doc.getText('body').length, '.');
	await until(() => anna.isSaved);
	expect(anna.closes).toEqual([]);
	const fresh = await new Participant(instance, name, 'cora').synced();
	expect(fresh.text).toBe(anna.text);
	expect(anna.text).toMatch(/^Wir\.+$/);
	fresh.leave();
}

function updateUnder(client: number, change: (doc: Y.Doc) => void, known?: Y.Doc): Uint8Array {
	const doc = new Y.Doc();
	if (known) Y.applyUpdate(doc, Y.encodeStateAsUpdate(known));
	const before = Y.encodeStateVector(doc);
	doc.clientID = client;
	doc.transact(() => change(doc));
	return Y.encodeStateAsUpdate(doc, before);
}

const presence = (client: number, clock: number, json: string) =>
	presenceMessage(
		encoding.encode((encoder) => {
			for (const number of [1, client, clock]) encoding.writeVarUint(encoder, number);
			encoding.writeVarString(encoder, json);
		})
	);

test('garbage, unknown messages and text end only the connection that sent them', async () => {
	const garbage = [
		[],
		[255, 255, 255, 255],
		[0, 2, 3, 1, 2, 3],
		[0, 2, 200, 1],
		[42],
		[0, 0, 1, 9],
		[1, 2, 1, 1],
		[102, 1]
	];
	const codes = await Promise.all(garbage.map((bytes) => codeFor(new Uint8Array(bytes))));
	expect(codes).toEqual(garbage.map(() => 4400));
	expect(await codeFor('hello')).toBe(4400);
	await expectNobodyHarmed();
});

test('a frame that is no WebSocket frame does not end the server', async () => {
	const { port, host } = new URL(instance.url.replace('ws', 'http')) as URL & { host: string };
	const socket = connect(Number(port), '127.0.0.1');
	socket.on('error', () => {});
	const upgrade = ['GET /sync/' + name + ' HTTP/1.1', `Host: ${host}`, 'Connection: Upgrade', 'Upgrade: websocket'];
	upgrade.push(
		'Sec-WebSocket-Version: 13',
		'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
		'Cookie: wr_session=bert',
		'',
		''
	);
	socket.write(upgrade.join('\r\n'));
	await new Promise((resolve) => socket.once('data', resolve));
	socket.write(Buffer.from([0xff, 0xff, 0xff, 0xff]));
	await new Promise((resolve) => socket.once('close', resolve));
	await expectNobodyHarmed();
});

test('content 12,000 deep, in unknown roots or of forbidden kinds is never stored', async () => {
	const deep = updateUnder(50, (doc) => {
		let inner = new Y.XmlElement('p');
		doc.getXmlFragment('body').insert(0, [inner]);
		for (let level = 0; level < 12_000; level++) {
			const next = new Y.XmlElement('p');
			inner.insert(0, [next]);
			inner = next;
		}
	});
	const roots = updateUnder(51, (doc) => {
		for (let index = 0; index < 2000; index++) doc.getMap(`r${index}`).set('a', 1);
	});
	const bytes = updateUnder(52, (doc) => void doc.getMap('meta').set('a', new Uint8Array(4)));
	for (const update of [deep, roots, bytes]) {
		expect(await codeFor(updateMessage(update))).toBe(4400);
		expect(await codeFor(answerMessage(update))).toBe(4400);
	}
	expect((await createDocumentLog(database, now).after(name, 0)).length).toBe(1);
	await expectNobodyHarmed();
});

test('nobody writes under the client id of somebody else, present or away', async () => {
	const forged = updateUnder(anna.doc.clientID, (doc) => doc.getText('body').insert(0, 'Ich '), anna.doc);
	expect(await codeFor(updateMessage(forged))).toBe(4400);
	anna.leave();
	expect(await codeFor(answerMessage(forged))).toBe(4400);

	const restarted = await startInstance(database, { people: instance.people });
	const bert = await dial(restarted, `/sync/${name}`, as('bert'));
	bert.socket.send(updateMessage(forged));
	expect(await bert.closed).toBe(4400);
	await restarted.close();

	anna = await new Participant(instance, name, 'anna', anna.doc).synced();
	await expectNobodyHarmed();
});

test('who is only present owns the client id too, before the first word', async () => {
	const cora = await new Participant(instance, name, 'cora').synced();
	cora.provider.awareness.setLocalState({ idle: false });
	await until(() => anna.provider.awareness.getStates().has(cora.doc.clientID));
	const forged = updateUnder(cora.doc.clientID, (doc) => doc.getMap('meta').set('a', 1));
	expect(await codeFor(updateMessage(forged))).toBe(4400);
	cora.doc.getText('body').insert(3, '.');
	await until(() => cora.isSaved && anna.text === cora.text);
	cora.leave();
	await expectNobodyHarmed();
});

test('what does not exist yet cannot be deleted beforehand', async () => {
	const future = encoding.encode((encoder) => {
		for (const number of [0, 1, anna.doc.clientID, 1, 3, 1000]) encoding.writeVarUint(encoder, number);
	});
	expect(await codeFor(answerMessage(new Uint8Array([0, 0])), updateMessage(future))).toBe(4400);
	expect(await codeFor(answerMessage(future))).toBe(4400);
	await expectNobodyHarmed();
});

test('updates without their predecessors are answered with a question and not kept', async () => {
	const { socket, frames, closed } = await stranger();
	const doc = new Y.Doc();
	const updates: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => updates.push(update));
	for (let index = 0; index < 300; index++) doc.getText('body').insert(0, 'x');
	socket.send(answerMessage(new Uint8Array([0, 0])));
	for (const update of updates.slice(1)) socket.send(updateMessage(update));
	await later(150);
	expect(frames.filter((frame) => frame[0] === 0 && frame[1] === 0)).toHaveLength(2);
	expect((await createDocumentLog(database, now).after(name, 0)).length).toBe(1);
	socket.send(answerMessage(updates[5]!));
	expect(await closed).toBe(4400);
	await expectNobodyHarmed();
});

test('5 MB in one change, and more than is ever read, are refused', async () => {
	const large = updateMessage(new Uint8Array(5_000_000));
	expect(await codeFor(large)).toBe(4413);
	expect(await codeFor(new Uint8Array(9_000_000))).toBe(1009);
	await expectNobodyHarmed();
});

test('a presence cannot forge a name, speak for others, be huge or come in crowds', async () => {
	const { socket, closed } = await stranger();
	socket.send(presence(anna.doc.clientID, 1000, '{"cursor":{"x":666,"y":0}}'));
	for (let client = 900; client < 1000; client++) {
		socket.send(presence(client, 1, '{"user":{"name":"Landrat"},"cursor":{"x":1,"y":1}}'));
	}
	const states = () => anna.provider.awareness.getStates();
	await until(() => states().has(902));
	await later(80);
	expect([...states().keys()].sort((a, b) => a - b).filter((client) => client < 2000)).toEqual([900, 901, 902]);
	expect(states().get(900)).toMatchObject({ user: { id: 'p-bert', name: 'bert' } });
	const fresh = await new Participant(instance, name, 'cora').synced();
	await until(() => fresh.provider.awareness.getStates().has(anna.doc.clientID));
	expect(fresh.provider.awareness.getStates().get(anna.doc.clientID)).not.toHaveProperty('cursor');
	fresh.leave();
	socket.send(presence(900, 2, JSON.stringify({ editing: 'x'.repeat(5000) })));
	expect(await closed).toBe(4413);
	await until(() => !states().has(900));
	for (const json of ['[]', '"me"', '{', '{"cursor":{"x":"left","y":0}}', '['.repeat(2000) + ']'.repeat(2000)]) {
		expect(await codeFor(presence(77, 1, json)), json.slice(0, 30)).toBe(4400);
	}
	await expectNobodyHarmed();
});

test('who may only read is told so on writing, and reads as long as nothing is written', async () => {
	const rita = await new Participant(instance, name, 'rita').synced();
	expect(rita.text).toBe('Wir');
	const { socket, frames, closed } = await stranger('rita');
	socket.send(updateMessage(updateUnder(60, (doc) => doc.getText('body').insert(0, 'Ich '))));
	expect(await closed).toBe(4403);
	expect(frames.some((frame) => frame[0] === 2)).toBe(true);
	expect(rita.closes).toEqual([]);
	rita.leave();
	await expectNobodyHarmed();
});

test('a foreign page gets 403, a foreign path 404, and no socket', async () => {
	const foreign = { ...as('anna'), origin: 'https://elsewhere.example' };
	await expect(dial(instance, `/sync/${name}`, foreign)).rejects.toThrow('HTTP 403');
	for (const path of [`/other/${name}`, '//', '/sync/', '/%', `/sync/${name}/..`]) {
		await expect(dial(instance, path, as('anna')), path).rejects.toThrow('HTTP 404');
	}
	await expectNobodyHarmed();
});

test('our own page is told why it may not come in, in words it takes as final', async () => {
	const codeAt = async (path: string, headers: Record<string, string>) => (await dial(instance, path, headers)).closed;
	expect(await codeAt(`/sync/${name}`, {})).toBe(4401);
	expect(await codeAt(`/sync/${name}`, as('nobody'))).toBe(4401);
	expect(await codeAt(`/sync/${name}`, as('nils'))).toBe(4403);
	expect(await codeAt(`/sync/text:${uuid()}`, as('anna'))).toBe(4404);
	expect(await codeAt('/sync/%ff%00', as('anna'))).toBe(4404);
	expect(await codeAt(`/sync/${name}?v=0`, as('anna'))).toBe(4409);
});

test('one person cannot take all places', async () => {
	const sockets = await Promise.all(Array.from({ length: 24 }, () => dial(instance, `/sync/${name}`, as('bert'))));
	const codes: number[] = [];
	for (const { closed } of sockets) void closed.then((code) => codes.push(code));
	await until(() => codes.length === 4);
	expect(codes).toEqual([1013, 1013, 1013, 1013]);
	await expectNobodyHarmed();
	for (const { socket } of sockets) socket.terminate();
});

test('a flood is read slowly, not dropped, and does not slow down the others', async () => {
	const people = instance.people;
	const strict = await startInstance(database, { people, limits: { burstTokens: 20, tokensPerSecond: 400 } });
	const flood = await createText(database);
	const { socket, frames } = await dial(strict, `/sync/${flood}`, as('bert'));
	const doc = new Y.Doc();
	const updates: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => updates.push(update));
	for (let index = 0; index < 600; index++) doc.getMap('meta').set('a', index);
	for (const update of updates) socket.send(updateMessage(update));
	const saved = () => frames.map(readSaved).findLast((count) => count !== null) ?? 0;
	await until(() => saved() > 0);
	const cora = await new Participant(strict, flood, 'cora').synced();
	cora.doc.getText('body').insert(0, 'x');
	await until(() => cora.isSaved, 500);
	expect(saved()).toBeLessThan(500);
	await until(() => saved() === 600);
	cora.leave();
	await strict.close();
});

test('who asks and never reads is let go, while the others go on', async () => {
	const limits = { bufferedAtMost: 300_000, closingWithin: 100, presenceEvery: 5 };
	const strict = await startInstance(database, { people: instance.people, limits });
	const large = await createText(database);
	const cora = await new Participant(strict, large, 'cora').synced();
	for (let index = 0; index < 12; index++) cora.doc.getMap('meta').set(`n${index}`, new Y.Text('x'.repeat(60_000)));
	await until(() => cora.isSaved);
	const { socket } = await dial(strict, `/sync/${large}`, as('bert'));
	socket.send(presence(900, 1, '{"idle":true}'));
	const bertIsThere = () => cora.provider.awareness.getStates().has(900);
	await until(bertIsThere);
	socket.pause();
	for (let index = 0; index < 15; index++) socket.send(askMessage(new Uint8Array([0])));
	await until(() => !bertIsThere());
	cora.doc.getMap('meta').set('done', true);
	await until(() => cora.isSaved);
	socket.terminate();
	cora.leave();
	await strict.close();
});
