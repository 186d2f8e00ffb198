import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { DocumentName } from '#protocol/document-names.ts';
import type { Database } from '#server/db/database.ts';
import {
	createText,
	openDocumentDatabase,
	Participant,
	startInstance,
	until,
	type TestInstance
} from '../../tests/support/sync.ts';
import { createDocumentLog } from './drizzle-document-log.ts';

let database: Database;
let closeDatabase: () => Promise<void>;
let first: TestInstance;
let second: TestInstance;
let name: DocumentName;
let open: Participant[];

/** Two processes over one database; nothing tells either what the other has written, unless a test does. */
beforeAll(async () => {
	({ database, close: closeDatabase } = await openDocumentDatabase());
	first = await startInstance(database);
	second = await startInstance(database, { people: first.people });
});
beforeEach(async () => {
	name = await createText(database);
	open = [];
});
afterEach(() => open.forEach((participant) => participant.leave()));
afterAll(async () => {
	await first.close();
	await second.close();
	await closeDatabase();
});

async function at(instance: TestInstance, person: string, from?: Participant): Promise<Participant> {
	const participant = new Participant(instance, name, person, from?.doc);
	open.push(participant);
	return participant.synced();
}

function write({ doc }: Participant, words: string): void {
	doc.getText('body').insert(doc.getText('body').length, words);
}

test('a process that hears how far another has written shows it to its people', async () => {
	const anna = await at(first, 'anna');
	const bert = await at(second, 'bert');
	write(anna, 'Wir');
	await until(() => anna.isSaved);
	expect(bert.text).toBe('');
	second.sync.reached(name, (await createDocumentLog(database, () => new Date()).find(name))!.head);
	await until(() => bert.text === 'Wir');
});

test('who moves to a process that has missed messages brings along what others wrote, and nobody is taken for a forger', async () => {
	const [anna, bert] = [await at(first, 'anna'), await at(first, 'bert')];
	const cora = await at(second, 'cora');
	write(anna, 'Wir ');
	await until(() => bert.text === 'Wir ');
	bert.leave();
	const moved = await at(second, 'bert', bert);
	write(moved, 'planen');
	await until(() => moved.isSaved && cora.text === 'Wir planen');
	anna.leave();
	const followed = await at(second, 'anna', anna);
	await until(() => followed.text === 'Wir planen');
	write(followed, '.');
	await until(() => followed.isSaved && cora.text === 'Wir planen.');
	expect([moved.closes, followed.closes, cora.closes]).toEqual([[], [], []]);
});

test('a reader who moves to a process that has missed messages is not taken for a writer', async () => {
	const [anna, rita] = [await at(first, 'anna'), await at(first, 'rita')];
	await at(second, 'cora');
	write(anna, 'Wir');
	await until(() => rita.text === 'Wir');
	rita.leave();
	const moved = await at(second, 'rita', rita);
	write(anna, ' planen');
	await until(() => anna.isSaved);
	second.sync.reached(name, 2);
	await until(() => moved.text === 'Wir planen');
	expect(moved.closes).toEqual([]);
});
