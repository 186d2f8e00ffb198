import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { WebSocket as NodeSocket } from 'ws';
import * as Y from 'yjs';
import { connectDocument, type DocumentConnection } from '#lib/sync/connect-document.ts';
import { PeopleHere } from '#lib/sync/people-here.svelte.ts';
import { closeCodes } from '#protocol/close-codes.ts';
import type { DocumentName } from '#protocol/document-names.ts';
import { messageTypes } from '#protocol/messages.ts';
import type { Database } from '#server/db/database.ts';
import type { DocumentLog } from '#server/sync/document-log.ts';
import { createDocumentLog } from '#server/sync/drizzle-document-log.ts';
import {
	createText,
	later,
	now,
	openDocumentDatabase,
	startInstance,
	until,
	type TestInstance
} from '../support/sync.ts';

let database: Database;
let closeDatabase: () => Promise<void>;
let instance: TestInstance;
let held: (() => void) | null = null;
const open: DocumentConnection[] = [];

beforeAll(async () => {
	({ database, close: closeDatabase } = await openDocumentDatabase());
	instance = await startInstance(database, { documents: slowLog(createDocumentLog(database, now)) });
});
afterEach(() => {
	for (const connection of open.splice(0)) connection.close();
});
afterAll(async () => {
	await instance.close();
	await closeDatabase();
});

/** A log whose disk can be held up by a test. */
function slowLog(log: DocumentLog): DocumentLog {
	return {
		...log,
		async append(entries) {
			if (held) await new Promise<void>((go) => (held = go));
			return log.append(entries);
		}
	};
}

/** Opens a document as the browser of a person would. */
function join(name: DocumentName, person: string, onRightChanged?: () => void) {
	const frames: number[] = [];
	class Socket extends NodeSocket {
		constructor(url: string) {
			super(url, { headers: { cookie: `wr_session=${person}` } });
		}
		override send(data: Uint8Array): void {
			frames.push(data[0]!);
			super.send(data);
		}
	}
	const connection = connectDocument(name, {
		server: `${instance.url}/sync`,
		Socket: Socket as unknown as typeof WebSocket,
		...(onRightChanged && { onRightChanged })
	});
	open.push(connection);
	return { ...connection, frames };
}

function write({ doc }: Pick<DocumentConnection, 'doc'>, words: string): void {
	const line = new Y.XmlElement('paragraph');
	line.insert(0, [new Y.XmlText(words)]);
	doc.getXmlFragment('body').push([line]);
}

const says = ({ doc }: Pick<DocumentConnection, 'doc'>) => doc.getXmlFragment('body').toString();

test('"Gespeichert" waits for the disk', async () => {
	const anna = join(await createText(database), 'anna');
	await until(() => anna.save.status.kind === 'saved');
	held = () => undefined;
	write(anna, 'Vision');
	await later(150);
	expect(anna.save.status.kind).toBe('saving');
	expect(anna.save.unsaved).toBe(true);
	held();
	held = null;
	await until(() => anna.save.status.kind === 'saved');
	expect(anna.save.unsaved).toBe(false);
});

test('what was written while the line was cut is saved after it is back', async () => {
	const name = await createText(database);
	const anna = join(name, 'anna');
	await until(() => anna.save.status.kind === 'saved');
	anna.provider.disconnect();
	write(anna, 'ohne Netz');
	expect(anna.save.unsaved).toBe(true);
	anna.provider.connect();
	await until(() => !anna.save.unsaved);
	const bert = join(name, 'bert');
	await bert.arrived;
	expect(says(bert)).toContain('ohne Netz');
});

test('names come from the server, whatever a browser says about itself', async () => {
	const name = await createText(database);
	const [anna, bert] = [join(name, 'anna'), join(name, 'bert')];
	await Promise.all([anna.arrived, bert.arrived]);
	anna.awareness.setLocalStateField('user', { id: 'x', name: 'Landrat', colour: 'red', role: 'admin' });
	const here = new PeopleHere(bert.awareness, 'p-bert');
	await until(() => here.others.length > 0);
	expect(here.others).toEqual([{ id: 'p-anna', name: 'anna', colour: 'blue', role: 'participant' }]);
	here.close();
});

test('nobody sends the presence of others back', async () => {
	const name = await createText(database);
	const [anna, bert] = [join(name, 'anna'), join(name, 'bert')];
	await Promise.all([anna.arrived, bert.arrived]);
	await later(300);
	const sent = () => bert.frames.filter((type) => type === messageTypes.awareness).length;
	const before = sent();
	for (let x = 0; x < 20; x++) {
		anna.awareness.setLocalStateField('cursor', { x, y: 0 });
		await later(10);
	}
	await until(() => bert.awareness.getStates().get(anna.doc.clientID)?.cursor?.x === 19);
	expect(sent()).toBe(before);
	expect(anna.frames.filter((type) => type === messageTypes.awareness).length).toBeLessThan(10);
});

test('a reader is told that all is up to date, a stranger that this is not open to her', async () => {
	const name = await createText(database);
	const reader = join(name, 'rita');
	await until(() => reader.save.status.kind === 'saved');
	const stranger = join(name, 'nils');
	await until(() => stranger.save.status.kind === 'refused');
	expect(stranger.save.status).toEqual({ kind: 'refused', reason: 'no-access' });
});

test('a page hears that its right has changed and comes back with the new one', async () => {
	const name = await createText(database);
	let changes = 0;
	const cora = join(name, 'cora', () => changes++);
	await until(() => cora.save.status.kind === 'saved');
	await until(() => changes > 0);
	const before = changes;
	instance.people.cora!.right = 'read';
	const closed = new Promise<number | undefined>((resolve) =>
		cora.provider.once('connection-close', (event) => resolve(event?.code))
	);
	await instance.sync.recheck({ personId: instance.people.cora!.id });
	expect(await closed).toBe(closeCodes.rightChanged);
	await until(() => changes > before);
	await until(() => cora.provider.synced);
	expect(cora.save.status.kind).toBe('saved');
});

test('a page that is older than its connection is told to ask for its rights once the connection stands', async () => {
	const name = await createText(database);
	let asked = 0;
	join(name, 'cora', () => asked++);
	await until(() => asked > 0);
});
