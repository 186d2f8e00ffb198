import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { v4 as uuid } from 'uuid';
import * as Y from 'yjs';
import { limits } from '#protocol/limits.ts';
import type { DocumentName } from '#protocol/document-names.ts';
import type { Database } from '#server/db/database.ts';
import { documentUpdates } from '#server/db/schema/documents.ts';
import { createCards, createText, now, openDocumentDatabase, silent } from '../../tests/support/sync.ts';
import { createDocumentLog } from './drizzle-document-log.ts';
import { readCheckpoint, setCheckpoint } from './history.ts';
import { foldLongLogs, keepHistory, mergeHistory } from './retention.ts';
import { changeDocument, readDocument } from './server-changes.ts';

let database: Database;
let close: () => Promise<void>;
beforeAll(async () => ({ database, close } = await openDocumentDatabase()));
afterAll(() => close());

const anna = uuid();
const day = 24 * 60 * 60 * 1000;
const longAgo = new Date(now().getTime() - 400 * day);
const aYearAgo = new Date(now().getTime() - 365 * day);

/** Writes words in a text, each as a row of its own, on that day. */
async function write(name: DocumentName, doc: Y.Doc, at: Date, ...words: string[]): Promise<void> {
	const log = createDocumentLog(database, () => at);
	for (const word of words) {
		const before = Y.encodeStateVector(doc);
		doc.getText('body').insert(doc.getText('body').length, word);
		const bytes = Y.encodeStateAsUpdate(doc, before);
		await log.append([{ document: name, author: anna, bytes, newClients: [] }]);
	}
}

async function mark(names: readonly DocumentName[], name = 'Pause'): Promise<string> {
	const id = uuid();
	const checkpoint = { id, kind: 'manual', label: { name }, author: anna, at: now() } as const;
	await database.transaction((tx) => setCheckpoint(tx, names, checkpoint));
	return id;
}

function textOf(bytes: Uint8Array | null): string {
	const doc = new Y.Doc();
	if (bytes) Y.applyUpdate(doc, bytes);
	return doc.getText('body').toString();
}

const rowsOf = (name: DocumentName) => database.$count(documentUpdates, eq(documentUpdates.document, name));

test('a checkpoint shows what stood there, before and after the log is folded', async () => {
	const [name, doc] = [await createText(database), new Y.Doc()];
	const empty = await mark([name]);
	await write(name, doc, now(), 'Rad', 'weg');
	const early = await mark([name]);
	await write(name, doc, now(), ' nach', ' Schöningen');
	await createDocumentLog(database, now).compact(name);
	await write(name, doc, now(), '!');
	const late = await mark([name]);
	await write(name, doc, now(), ' Später');
	const read = async (id: string) => textOf(await readCheckpoint(database, name, id));
	expect([await read(empty), await read(early), await read(late)]).toEqual(['', 'Radweg', 'Radweg nach Schöningen!']);
});

test('the two documents of a board are marked together, and a checkpoint of another document is none', async () => {
	const [cards, text] = [await createCards(database), await createText(database)];
	const id = await mark([cards]);
	expect(await readCheckpoint(database, cards, id)).not.toBeNull();
	expect(await readCheckpoint(database, text, id)).toBeNull();
});

test('old rows are merged away; the text and every checkpoint say what they said', async () => {
	const [name, doc] = [await createText(database), new Y.Doc()];
	await write(name, doc, longAgo, 'Wir');
	const first = await mark([name]);
	await write(name, doc, longAgo, ' gestalten');
	const second = await mark([name]);
	await write(name, doc, longAgo, ' den', ' Landkreis');
	const lastOld = await mark([name]);
	await write(name, doc, now(), ' gemeinsam');
	const young = await mark([name]);
	await write(name, doc, now(), '.');
	const all = [first, second, lastOld, young];
	const read = () => Promise.all(all.map(async (id) => textOf(await readCheckpoint(database, name, id))));
	const before = await read();

	expect(await mergeHistory(database, aYearAgo, now)).toEqual({ documents: 1, rows: 4 });
	expect(await rowsOf(name)).toBe(2);
	expect(await read()).toEqual(before);
	expect(before).toEqual([
		'Wir',
		'Wir gestalten',
		'Wir gestalten den Landkreis',
		'Wir gestalten den Landkreis gemeinsam'
	]);
	expect(textOf(await readDocument(database, name))).toBe(doc.getText('body').toString());

	expect(await mergeHistory(database, aYearAgo, now)).toEqual({ documents: 0, rows: 0 });
	await mergeHistory(database, new Date(now().getTime() + 1), now);
	expect(await rowsOf(name)).toBe(0);
	expect(await read()).toEqual(before);
	await write(name, doc, now(), ' Jetzt');
	expect(textOf(await readCheckpoint(database, name, await mark([name])))).toBe(doc.getText('body').toString());
});

test('a long log that nobody has open is folded by the daily care', async () => {
	const [name, doc] = [await createText(database), new Y.Doc()];
	await write(name, doc, now(), ...Array.from({ length: limits.rowsBeforeSnapshot + 1 }, () => 'x'));
	await keepHistory(database, now, 365, silent);
	expect((await createDocumentLog(database, now).load(name))!.tail).toEqual([]);
	expect(await rowsOf(name)).toBe(limits.rowsBeforeSnapshot + 1);
	expect(await foldLongLogs(database, now)).toBe(0);
});

test('two processes that merge old rows at once lose nothing', async () => {
	const [name, doc] = [await createText(database), new Y.Doc()];
	await write(name, doc, longAgo, 'a', 'b');
	const id = await mark([name]);
	await write(name, doc, longAgo, 'c');
	await Promise.all([mergeHistory(database, aYearAgo, now), mergeHistory(database, aYearAgo, now)]);
	expect(await rowsOf(name)).toBe(0);
	expect(textOf(await readCheckpoint(database, name, id))).toBe('ab');
	expect(textOf(await readDocument(database, name))).toBe('abc');
});

test('a command can go on writing in a document whose whole log was merged away', async () => {
	const [name, doc] = [await createText(database), new Y.Doc()];
	await write(name, doc, longAgo, 'alt');
	await mergeHistory(database, aYearAgo, now);
	const author = { client: 77, now };
	await database.transaction((tx) =>
		changeDocument(tx, name, (present) => present.getText('body').insert(3, ' und neu'), author)
	);
	expect(textOf(await readDocument(database, name))).toBe('alt und neu');
});
