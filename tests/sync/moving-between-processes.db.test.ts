import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { DocumentName } from '#protocol/document-names.ts';
import { closeCodes } from '#protocol/close-codes.ts';
import type { Database } from '#server/db/database.ts';
import { createDocumentLog } from '#server/sync/drizzle-document-log.ts';
import { mergeHistory } from '#server/sync/retention.ts';
import { engines, startProcess, type TestProcess } from '../support/processes.ts';
import { createText, now, openDocumentDatabase, Participant, until } from '../support/sync.ts';

let database: Database;
let closeDatabase: () => Promise<void>;
let first: TestProcess;
let second: TestProcess;
let name: DocumentName;
let open: Participant[];

/** Two processes over one database; neither hears what the other has written. */
beforeAll(async () => ({ database, close: closeDatabase } = await openDocumentDatabase()));
beforeEach(async () => {
	name = await createText(database);
	open = [];
	const bus = engines[0]![1]();
	const deaf = { headsEvery: 3_600_000 };
	first = await startProcess(database, await bus.join(), undefined, deaf);
	second = await startProcess(database, await bus.join(), first.people, deaf);
	for (const { way } of [first, second]) way.cut();
});
afterEach(async () => {
	open.forEach((participant) => participant.leave());
	await first.close();
	await second.close();
});
afterAll(() => closeDatabase());

async function at(instance: TestProcess, person: string, from?: Participant): Promise<Participant> {
	const participant = new Participant(instance, name, person, from?.doc);
	open.push(participant);
	return participant.synced();
}

function write({ doc }: Participant, words: string): void {
	doc.getText('body').insert(doc.getText('body').length, words);
}

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
	second.way.mend();
	first.way.mend();
	await until(() => moved.text === 'Wir planen');
	expect(moved.closes).toEqual([]);
});

test('a process that has missed what history has merged away takes the document anew, and its people come back to it', async () => {
	const [anna, bert] = [await at(first, 'anna'), await at(second, 'bert')];
	write(bert, 'Wir ');
	await until(() => bert.isSaved);
	await createDocumentLog(database, now).compact(name);
	await mergeHistory(database, new Date(now().getTime() + 1), now);
	write(bert, 'planen');
	await until(() => bert.isSaved);
	expect(anna.text).toBe('');
	second.way.mend();
	first.way.mend();
	await until(() => anna.text === 'Wir planen');
	expect(anna.closes).toEqual([closeCodes.tryAgainLater]);
});
