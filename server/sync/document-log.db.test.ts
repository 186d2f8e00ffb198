import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { v4 as uuid } from 'uuid';
import * as Y from 'yjs';
import type { DocumentName } from '#protocol/document-names.ts';
import type { Database } from '#server/db/database.ts';
import { documentUpdates } from '#server/db/schema/documents.ts';
import { createText, now, openDocumentDatabase, tenantId } from '../../tests/support/sync.ts';
import { createDocumentLog } from './drizzle-document-log.ts';
import { mergeTree } from './merge.ts';
import { changeDocument, changeDocuments, readDocument } from './server-changes.ts';

let database: Database;
let close: () => Promise<void>;
beforeAll(async () => ({ database, close } = await openDocumentDatabase()));
afterAll(() => close());

const anna = uuid();
const bert = uuid();
const program = { client: 77, now };

/** What somebody writes, as the updates of one document. */
function written(...words: string[]): Uint8Array[] {
	const doc = new Y.Doc();
	const updates: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => updates.push(update));
	for (const word of words) doc.getText('body').insert(doc.getText('body').length, word);
	return updates;
}

function textOf(bytes: Uint8Array): string {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, bytes);
	return doc.getText('body').toString();
}

const entry = (document: string, author: string, bytes: Uint8Array) => ({ document, author, bytes, newClients: [] });

test('what is appended stands in the log in its order, without gaps and with its authors', async () => {
	const log = createDocumentLog(database, now);
	const [one, two] = [await createText(database), await createText(database)];
	const [first, second] = written('Rad', 'weg');
	const outcomes = await log.append([
		entry(two, anna, written('zwei')[0]!),
		entry(one, anna, first!),
		entry(one, anna, second!),
		entry(one, bert, written('!')[0]!)
	]);
	const rows = await log.after(one, 0);
	expect(outcomes.get(one)).toEqual({ kind: 'committed', rows });
	expect(rows.map(({ seq, author }) => [seq, author])).toEqual([
		[1, anna],
		[2, anna],
		[3, bert]
	]);
	expect(textOf(mergeTree(rows.slice(0, 2).map((row) => row.bytes)))).toBe('Radweg');
	expect((await log.after(two, 0)).map((row) => row.seq)).toEqual([1]);
	expect((await log.load(one))!.head).toBe(3);
});

test('an unknown name creates nothing, whatever is asked of it', async () => {
	const log = createDocumentLog(database, now);
	const name: DocumentName = `text:${uuid()}`;
	expect(await log.load(name)).toBeNull();
	expect(await log.compact(name)).toBeNull();
	expect((await log.freeze(name)).ok).toBe(false);
	expect((await log.append([entry(name, anna, written('x')[0]!)])).get(name)).toEqual({ kind: 'unknown' });
	expect(await log.find(name)).toBeNull();
});

test('a frozen document takes nothing more, and the others of the same batch are written', async () => {
	const log = createDocumentLog(database, now);
	const [frozen, open] = [await createText(database), await createText(database)];
	await log.freeze(frozen);
	const outcomes = await log.append([entry(frozen, anna, written('x')[0]!), entry(open, anna, written('y')[0]!)]);
	expect(outcomes.get(frozen)).toEqual({ kind: 'frozen' });
	expect(outcomes.get(open)!.kind).toBe('committed');
	expect(await log.after(frozen, 0)).toEqual([]);
	const refused = await database.transaction((tx) => changeDocument(tx, frozen, () => {}, program));
	expect(refused).toEqual({ ok: false, problem: { code: 'document.frozen', document: frozen } });
});

test('what others have written meanwhile under the same clocks makes an entry stale, and nothing of it is written', async () => {
	const log = createDocumentLog(database, now);
	const [name, other] = [await createText(database), await createText(database)];
	const updates = written('Rad', 'weg', 'e');
	await log.append([entry(name, anna, updates[0]!), entry(name, anna, updates[1]!)]);
	const late = { ...entry(name, anna, Y.mergeUpdates([updates[1]!, updates[2]!])), known: 1 };
	const beside = { ...entry(name, bert, written('!')[0]!), known: 1, newClients: [9] };
	const outcomes = await log.append([late, beside, entry(other, bert, written('?')[0]!)]);
	expect(outcomes.get(name)).toEqual({ kind: 'stale', head: 2 });
	expect(outcomes.get(other)!.kind).toBe('committed');
	expect(await log.after(name, 0)).toHaveLength(2);
	expect(await log.owners(name)).toEqual(new Map());
	expect((await log.find(name))!.head).toBe(2);

	const rest = { ...entry(name, anna, updates[2]!), known: 2 };
	const besides = { ...beside, known: 0 };
	expect((await log.append([rest, besides])).get(name)).toMatchObject({ kind: 'committed' });
	expect((await log.heads([name, other, 'text:nothing'])).get(name)).toBe(4);
});

test('the same batch a second time, because the first answer was lost, is written once', async () => {
	const log = createDocumentLog(database, now);
	const name = await createText(database);
	const batch = written('Rad', 'weg').map((bytes) => ({ ...entry(name, anna, bytes), known: 0, newClients: [4] }));
	await log.append(batch);
	expect((await log.append(batch)).get(name)).toEqual({ kind: 'stale', head: 2 });
	expect(await log.after(name, 0)).toHaveLength(2);
});

test('a client id that somebody else has taken meanwhile stays with the first', async () => {
	const log = createDocumentLog(database, now);
	const name = await createText(database);
	const claim = (author: string, client: number, bytes: Uint8Array) =>
		log.append([{ ...entry(name, author, bytes), known: 0, newClients: [client] }]);
	expect((await claim(anna, 6, written('a')[0]!)).get(name)!.kind).toBe('committed');
	expect((await claim(bert, 6, written('b')[0]!)).get(name)).toEqual({ kind: 'stale', head: 1 });
	expect((await claim(anna, 6, written('c')[0]!)).get(name)!.kind).toBe('committed');
	expect(await log.owners(name)).toEqual(new Map([[6, anna]]));
});

test('entries of several processes at once never tell one thing twice', async () => {
	const log = createDocumentLog(database, now);
	const name = await createText(database);
	const doc = new Y.Doc();
	const states = ['Rad', 'weg', 'e'].map((word) => {
		doc.getText('body').insert(doc.getText('body').length, word);
		return Y.encodeStateAsUpdate(doc);
	});
	const outcomes = await Promise.all(
		states.map((bytes) => log.append([{ ...entry(name, anna, bytes), known: 0, newClients: [doc.clientID] }]))
	);
	expect(outcomes.map((outcome) => outcome.get(name)!.kind).sort()).toEqual(['committed', 'stale', 'stale']);
	expect(await log.after(name, 0)).toHaveLength(1);
});

test('compaction keeps content, history and who owns which client id', async () => {
	const log = createDocumentLog(database, now);
	const name = await createText(database);
	const words = Array.from({ length: 300 }, (_, index) => `${index} `);
	const updates = written(...words);
	for (const bytes of updates) await log.append([{ ...entry(name, anna, bytes), newClients: [5] }]);
	const snapshot = await log.compact(name);
	expect(snapshot!.uptoSeq).toBe(300);
	const stored = (await log.load(name))!;
	expect(stored.tail).toEqual([]);
	expect(textOf(stored.snapshot.bytes)).toBe(words.join(''));
	expect(await log.after(name, 0)).toHaveLength(300);
	expect(stored.owners).toEqual(new Map([[5, anna]]));
	expect(await log.compact(name)).toBeNull();
});

test('a log with a hole is reported and never opened as if it were whole', async () => {
	const log = createDocumentLog(database, now);
	const name = await createText(database);
	for (const bytes of written('a', 'b', 'c')) await log.append([entry(name, anna, bytes)]);
	await database.delete(documentUpdates).where(and(eq(documentUpdates.document, name), eq(documentUpdates.seq, 2)));
	await expect(log.load(name)).rejects.toThrow('gap');
});

test('a change of the program is written with its transaction, or not at all', async () => {
	const name = await createText(database);
	const insert = (text: string) => (doc: Y.Doc) => doc.getText('body').insert(0, text);
	const changed = await database.transaction((tx) => changeDocument(tx, name, insert('Beschluss'), program));
	expect(changed).toMatchObject({ ok: true, value: { committed: { name, seq: 1 } } });
	await expect(
		database.transaction(async (tx) => {
			await changeDocument(tx, name, insert('verworfen '), program);
			throw new Error('the command failed');
		})
	).rejects.toThrow('the command failed');
	const again = await database.transaction((tx) => changeDocument(tx, name, insert('Der '), program));
	expect(again).toMatchObject({ ok: true, value: { committed: { seq: 2 } } });
	expect(textOf(await readDocument(database, name))).toBe('Der Beschluss');
	const unchanged = await database.transaction((tx) =>
		changeDocument(tx, name, (doc) => doc.getText('body').length, program)
	);
	expect(unchanged).toEqual({ ok: true, value: { result: 13, committed: null } });
});

test('a command can create a document and move content between two in one step', async () => {
	const id = uuid();
	const [scaffold, cards] = [`board:${id}:scaffold`, `board:${id}:cards`] as const;
	const moved = await database.transaction(async (tx) => {
		const log = createDocumentLog(tx, now);
		await log.create(scaffold, tenantId);
		await log.create(cards, tenantId);
		return changeDocuments(
			tx,
			[scaffold, cards],
			(docOf) => {
				docOf(cards).getMap('el').set('a', 1);
				docOf(scaffold).getMap('el').set('b', 2);
			},
			program
		);
	});
	expect(moved.ok && moved.value.committed.map(({ name, seq }) => [name, seq])).toEqual([
		[cards, 1],
		[scaffold, 1]
	]);
	const missing = await database.transaction((tx) => changeDocument(tx, `text:${id}`, () => {}, program));
	expect(missing).toEqual({ ok: false, problem: { code: 'thing.not-found', kind: 'document' } });
});
