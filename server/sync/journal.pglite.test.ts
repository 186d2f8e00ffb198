import { randomUUID } from 'node:crypto';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { and, asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type OpenDatabase } from '#server/db/client.ts';
import { migrate } from '#server/db/migrate.ts';
import { documents, documentUpdates } from '#server/db/schema/documents.ts';
import { createDocumentLog } from './drizzle-document-log.ts';
import { temporaryFolder } from '../../tests/support/folder.js';
import { journalOf } from '#server/db/journal/embedded-database.ts';

const tenantId = randomUUID();
const author = randomUUID();
const now = () => new Date('2026-11-27T09:00:00Z');
const folders = temporaryFolder('journaled');
const dataDir = join(folders, 'live');
let live: OpenDatabase;

beforeAll(async () => {
	live = await open(dataDir);
	await migrate(live);
});

afterAll(async () => {
	await live.close();
	rmSync(folders, { recursive: true, force: true });
});

async function open(dataDir: string): Promise<OpenDatabase> {
	const opened = await openDatabase({ dataDir });
	if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
	return opened.value;
}

async function newDocument(): Promise<string> {
	const name = `text:${randomUUID()}`;
	await createDocumentLog(live.db, now).create(name, tenantId);
	return name;
}

/** Writes as a room does that knows the log up to a row. */
async function write(name: string, known: number, ...words: string[]): Promise<string | undefined> {
	const entries = words.map((word) => ({
		document: name,
		author,
		bytes: update(word),
		newClients: [],
		known,
		epoch: 0
	}));
	const outcomes = await createDocumentLog(live.db, now).append(entries);
	return outcomes.get(name)?.kind;
}

/** An update that changes nothing and can be told from others: it deletes ranges that nobody has written. */
const update = (word: string) => new Uint8Array([0, 1, word.charCodeAt(0), 1, 0, 1]);

async function rowsOf({ db }: OpenDatabase, name: string): Promise<string> {
	const rows = await db
		.select({ seq: documentUpdates.seq, bytes: documentUpdates.bytes })
		.from(documentUpdates)
		.where(eq(documentUpdates.document, name))
		.orderBy(asc(documentUpdates.seq));
	expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
	const [record] = await db.select({ head: documents.head }).from(documents).where(eq(documents.name, name));
	expect(record?.head).toBe(rows.length);
	return rows.map(({ bytes }) => String.fromCharCode(bytes[2]!)).join('');
}

/** What a process that was killed now would leave behind. */
function crash(part = 'both'): string {
	const copy = join(folders, randomUUID());
	if (part !== 'journal') cpSync(join(dataDir, 'pglite'), join(copy, 'pglite'), { recursive: true });
	if (part !== 'tables') cpSync(join(dataDir, 'pglite.journal'), join(copy, 'pglite.journal'));
	return copy;
}

async function afterCrash(folder: string, name: string): Promise<string> {
	const again = await open(folder);
	try {
		return await rowsOf(again, name);
	} finally {
		await again.close();
	}
}

test('whoever looks finds in the tables what was written a moment ago', async () => {
	const name = await newDocument();
	expect(await write(name, 0, 'a')).toBe('committed');
	expect(await write(name, 1, 'b', 'c')).toBe('committed');
	expect(await rowsOf(live, name)).toBe('abc');
	const [row] = await live.db
		.select({ author: documentUpdates.author, at: documentUpdates.at })
		.from(documentUpdates)
		.where(and(eq(documentUpdates.document, name), eq(documentUpdates.seq, 2)));
	expect(row).toEqual({ author, at: now() });
});

test('what was written before the program was killed is there at the next start, and only once', async () => {
	const name = await newDocument();
	await write(name, 0, 'a');
	await write(name, 1, 'b');
	await write(name, 2, 'c');
	const killed = crash();
	expect(await afterCrash(killed, name)).toBe('abc');
	const journal = crash('journal');
	await rowsOf(live, name);
	const between = crash('tables');
	cpSync(join(journal, 'pglite.journal'), join(between, 'pglite.journal'));
	expect(await afterCrash(between, name)).toBe('abc');
});

test('rows that do not follow what the folder holds are left alone, and those of other documents are not', async () => {
	const [early, late] = [await newDocument(), await newDocument()];
	await write(early, 0, 'a');
	await rowsOf(live, early);
	const older = crash('tables');
	await write(early, 1, 'b');
	await rowsOf(live, early);
	await write(early, 2, 'c');
	await write(late, 0, 'x');
	cpSync(join(crash('journal'), 'pglite.journal'), join(older, 'pglite.journal'));
	expect(await afterCrash(older, early)).toBe('a');
	expect(await afterCrash(older, late)).toBe('x');
});

test('a transaction that changes a document takes the next number, and who did not know of it is not written past it', async () => {
	const name = await newDocument();
	await write(name, 0, 'a');
	await live.db.transaction(async (tx) => {
		await createDocumentLog(tx, now).append([{ document: name, author: null, bytes: update('p'), newClients: [] }]);
	});
	expect(await write(name, 1, 'b')).toBe('committed');
	expect(await write(name, 3, 'c')).toBe('committed');
	expect(await rowsOf(live, name)).toBe('apbc');
});

test('a transaction that was given up leaves what was written before it, and takes nothing with it', async () => {
	const name = await newDocument();
	await write(name, 0, 'a');
	const given = live.db.transaction(async (tx) => {
		await createDocumentLog(tx, now).append([{ document: name, author: null, bytes: update('p'), newClients: [] }]);
		throw new Error('never mind');
	});
	const written = write(name, 1, 'b');
	await expect(given).rejects.toThrow('never mind');
	expect(await written).toBe('committed');
	expect(await rowsOf(live, name)).toBe('ab');
});

test('a document that is frozen takes nothing more, nor does one that is gone', async () => {
	const [frozen, gone] = [await newDocument(), await newDocument()];
	await write(frozen, 0, 'a');
	await write(gone, 0, 'a');
	const log = createDocumentLog(live.db, now);
	await log.freeze(frozen);
	await live.db.delete(documents).where(eq(documents.name, gone));
	expect([await write(frozen, 1, 'b'), await write(gone, 1, 'b')]).toEqual(['frozen', 'unknown']);
	expect(await rowsOf(live, frozen)).toBe('a');
});

test('a transaction has no journal of its own', async () => {
	expect(journalOf(live.db)).not.toBeNull();
	await live.db.transaction(async (tx) => expect(journalOf(tx)).toBeNull());
});
