import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import type { DocumentName } from '#protocol/document-names.ts';
import type { Database } from '#server/db/database.ts';
import { documents } from '#server/db/schema/documents.ts';
import { createText, now, openDocumentDatabase } from '../../tests/support/sync.ts';
import { createDocumentLog } from './drizzle-document-log.ts';
import { KeptCopies } from './kept-copies.ts';
import { changeDocuments, keepCopies, readDocument } from './server-changes.ts';

let database: Database;
let close: () => Promise<void>;
let name: DocumentName;
let author: { client: number; copies: KeptCopies; now(): Date };
beforeAll(async () => ({ database, close } = await openDocumentDatabase()));
beforeEach(async () => {
	name = await createText(database);
	author = { client: 77, copies: new KeptCopies(), now };
});
afterEach(() => vi.useRealTimers());
afterAll(() => close());

/** The program adds a word, and says what the document that it worked on said then, and which it was. */
async function add(word: string, { commit = true } = {}) {
	let worked: Y.Doc | undefined;
	const change = (tx: Parameters<Parameters<Database['transaction']>[0]>[0]) =>
		changeDocuments(
			tx,
			[name],
			(docOf) => {
				worked = docOf(name);
				const text = worked.getText('body');
				text.insert(text.length, word);
				return text.toString();
			},
			author
		);
	const changed = await database
		.transaction(async (tx) => {
			const changed = await change(tx);
			if (!commit) throw new Error('something else has failed');
			return changed;
		})
		.catch(() => null);
	if (changed?.ok) for (const each of changed.value.committed) keepCopies(author.copies, each);
	return { said: changed?.ok ? changed.value.result : null, doc: worked! };
}

/** Somebody writes at her screen. */
async function write(word: string) {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, await readDocument(database, name));
	const before = Y.encodeStateVector(doc);
	doc.getText('body').insert(0, word);
	const bytes = Y.encodeStateAsUpdate(doc, before);
	await createDocumentLog(database, now).append([{ document: name, author: null, bytes, newClients: [doc.clientID] }]);
}

async function stored(): Promise<string> {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, await readDocument(database, name));
	return doc.getText('body').toString();
}

test('a change works on the copy of the one before, and on what people wrote in between', async () => {
	const first = await add('eins ');
	await write('null ');
	const second = await add('zwei');
	expect(second.doc).toBe(first.doc);
	expect(second.said).toBe('null eins zwei');
	expect(await stored()).toBe('null eins zwei');
});

test('whatever came in between, the program writes under one client id', async () => {
	await add('eins ');
	const other = { ...author, copies: new KeptCopies() };
	await database.transaction((tx) =>
		changeDocuments(tx, [name], (docOf) => docOf(name).getText('body').insert(0, 'null '), other)
	);
	const { doc } = await add('zwei');
	const read = new Y.Doc();
	Y.applyUpdate(read, await readDocument(database, name));
	expect(doc.clientID).toBe(author.client);
	expect([...Y.decodeStateVector(Y.encodeStateVector(read)).keys()]).toEqual([author.client]);
});

test('of a change that was not committed nothing is left in the next one', async () => {
	await add('eins ');
	const failed = await add('falsch ', { commit: false });
	const next = await add('zwei');
	expect(next.doc).not.toBe(failed.doc);
	expect(next.said).toBe('eins zwei');
	expect(await stored()).toBe('eins zwei');
});

test('a document that was rewritten meanwhile is read anew', async () => {
	const before = await add('eins ');
	await database.update(documents).set({ epoch: 9 }).where(eq(documents.name, name));
	const after = await add('zwei');
	expect(after.doc).not.toBe(before.doc);
	expect(after.said).toBe('eins zwei');
});

test('a copy that nobody uses is forgotten after a while', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	const copies = new KeptCopies();
	copies.keep('text:a', { doc: new Y.Doc(), epoch: 0, seq: 1, bytes: 10 });
	vi.advanceTimersByTime(60_000);
	expect(copies.take('text:a', { epoch: 0, head: 1 })).toBeNull();
});

test('the copies that were not used for longest make room for others', () => {
	const copies = new KeptCopies();
	const large = { epoch: 0, seq: 1, bytes: 3 * 1024 * 1024 };
	for (const each of ['a', 'b', 'c']) copies.keep(each, { ...large, doc: new Y.Doc() });
	expect(copies.take('a', { epoch: 0, head: 1 })).toBeNull();
	expect(copies.take('c', { epoch: 0, head: 1 })).not.toBeNull();
});
