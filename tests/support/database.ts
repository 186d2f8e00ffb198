import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import postgres from 'postgres';
import { inject } from 'vitest';
import type { Database, Transaction } from '#server/db/database.ts';
import { openDatabase, type OpenDatabase } from '#server/db/client.ts';
import { withJournal } from '#server/db/journal/embedded-database.ts';
import { JournalFile } from '#server/db/journal/journal-file.ts';
import * as schema from '#server/db/schema/index.ts';
import type { TestDatabases } from './database-setup.ts';
import { temporaryFolder } from './folder.js';

let shared: Promise<OpenDatabase> | undefined;

/** The migrated, empty database of this worker: share it and leave it as it was, best by `inRolledBackTransaction`. */
export function openTestDatabase(): Promise<OpenDatabase> {
	return (shared ??= openOwnTestDatabase());
}

/** A migrated, empty database of its own, for tests that must commit. Its test closes it. */
export function openOwnTestDatabase(): Promise<OpenDatabase> {
	const databases = inject('databases');
	return databases.engine === 'pglite' ? fromDump(databases.dump) : fromTemplate(databases);
}

/** Runs a test in a transaction that never happened. */
export async function inRolledBackTransaction<T>(db: Database, test: (tx: Transaction) => Promise<T>): Promise<T> {
	const rollback = new Error('The test is over.');
	let answer: { value: T } | undefined;
	await db
		.transaction(async (tx) => {
			answer = { value: await test(tx) };
			throw rollback;
		})
		.catch((error: unknown) => {
			if (error !== rollback) throw error;
		});
	return (answer as { value: T }).value;
}

async function fromDump(dump: string): Promise<OpenDatabase> {
	const loadDataDir = new Blob([new Uint8Array(await readFile(dump))]);
	const folder = temporaryFolder('journal');
	const pglite = withJournal(await PGlite.create({ loadDataDir }), JournalFile.open(join(folder, 'journal')));
	const close = async () => {
		await pglite.close();
		rmSync(folder, { recursive: true, force: true });
	};
	return { db: drizzle(pglite, { schema }), engine: 'pglite', close };
}

async function fromTemplate(databases: TestDatabases & { engine: 'postgres' }): Promise<OpenDatabase> {
	const name = `${databases.template}_${randomUUID().slice(0, 8)}`;
	const admin = postgres(databases.server, { max: 1 });
	await admin`create database ${admin(name)} template ${admin(databases.template)}`;
	await admin.end();
	const url = new URL(databases.server);
	url.pathname = `/${name}`;
	const opened = await openDatabase({ databaseUrl: url.href, dataDir: '' });
	if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
	return opened.value;
}
