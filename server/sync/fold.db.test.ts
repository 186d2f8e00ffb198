import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { v4 as uuid } from 'uuid';
import * as Y from 'yjs';
import type { DocumentName } from '#protocol/document-names.ts';
import { limits } from '#protocol/limits.ts';
import type { Database } from '#server/db/database.ts';
import { documents, documentSnapshots } from '#server/db/schema/documents.ts';
import { createText, now, openDocumentDatabase } from '../../tests/support/sync.ts';
import type { DocumentLog } from './document-log.ts';
import { createDocumentLog } from './drizzle-document-log.ts';
import { eraseFromDocuments } from './erase.ts';
import { mergeAside, mergeTree } from './merge.ts';
import { readDocument } from './server-changes.ts';

let database: Database;
let close: () => Promise<void>;
let log: DocumentLog;
beforeAll(async () => {
	({ database, close } = await openDocumentDatabase());
	log = createDocumentLog(database, now);
});
afterAll(() => close());

const anna = uuid();

/** A text in which somebody has written so many words, each its own update in the log. */
async function writtenText(words: number, word = 'Radweg '): Promise<{ name: DocumentName; doc: Y.Doc }> {
	const name = await createText(database);
	const doc = new Y.Doc();
	await append(name, doc, words, word);
	return { name, doc };
}

async function append(name: DocumentName, doc: Y.Doc, words: number, word: string): Promise<void> {
	const updates: Uint8Array[] = [];
	const keep = (update: Uint8Array) => updates.push(update);
	doc.on('update', keep);
	for (let index = 0; index < words; index++) doc.getText('body').insert(0, word);
	doc.off('update', keep);
	await log.append(updates.map((bytes) => ({ document: name, author: anna, bytes, newClients: [] })));
}

async function textOf(name: DocumentName): Promise<string> {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, await readDocument(database, name));
	return doc.getText('body').toString();
}

test('two processes that fold one log at once do it once, and the other goes on with what it has', async () => {
	const { name, doc } = await writtenText(300);
	const other = createDocumentLog(database, now);
	const [first, second] = await Promise.all([log.compact(name), other.compact(name)]);
	expect([first, second].filter(Boolean)).toHaveLength(1);
	expect(await textOf(name)).toBe(doc.getText('body').toString());
	expect((await log.load(name))!.tail).toEqual([]);
});

test('who comes later gets the snapshot that another process has made, without merging again', async () => {
	const { name, doc } = await writtenText(20);
	const made = await log.compact(name);
	await append(name, doc, 5, 'Nachtrag ');
	expect(await createDocumentLog(database, now).compact(name, 0)).toEqual(made);
	expect((await log.compact(name, made!.uptoSeq))!.uptoSeq).toBe(25);
});

test('a process that died while folding holds up nobody for long', async () => {
	const { name } = await writtenText(20);
	const claimed = new Date(now().getTime() + limits.foldingWithin);
	await database.update(documents).set({ foldingUntil: claimed }).where(eq(documents.name, name));
	expect(await log.compact(name)).toBeNull();
	const later = createDocumentLog(database, () => new Date(claimed.getTime() + 1));
	expect((await later.compact(name))!.uptoSeq).toBe(20);
});

test('what is written while a large document is folded is neither held up nor lost', async () => {
	const { name, doc } = await writtenText(300, 'x'.repeat(4000));
	let done = false;
	const folding = log.compact(name).finally(() => (done = true));
	let meanwhile = 0;
	for (let index = 0; index < 10; index++) {
		await append(name, doc, 1, 'dazu ');
		if (!done) meanwhile++;
	}
	const snapshot = await folding;
	expect(snapshot!.bytes.length).toBeGreaterThan(limits.mergeAsideFrom);
	expect(meanwhile).toBeGreaterThan(0);
	expect(await textOf(name)).toBe(doc.getText('body').toString());
});

test('a large merge gives the same beside the main thread as on it', async () => {
	const updates: Uint8Array[] = [];
	const doc = new Y.Doc();
	doc.on('update', (update: Uint8Array) => updates.push(update));
	for (let index = 0; index < 600; index++) doc.getText('body').insert(index * 500, `${index}`.padEnd(500, 'x'));
	expect(await mergeAside(updates)).toEqual(mergeTree(updates));
});

test('a snapshot that was begun before an erasure is thrown away', async () => {
	const { name, doc } = await writtenText(300, 'x'.repeat(4000));
	doc.getText('body').delete(0, 4000);
	const folding = log.compact(name);
	const mark = { id: uuid(), at: now() };
	await database.transaction((tx) => eraseFromDocuments(tx, anna, [], mark));
	expect(await folding).toBeNull();
	const [kept] = await database.select().from(documentSnapshots).where(eq(documentSnapshots.document, name));
	expect(kept!.uptoSeq).toBe(300);
});
