import { access, constants, mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle as onPglite } from 'drizzle-orm/pglite';
import { drizzle as onPostgres } from 'drizzle-orm/node-postgres';
import type { Pool } from 'pg';
import { ok, refuse, type Result } from '#domain/result.ts';
import type { Database } from './database.ts';
import { withJournal } from './journal/embedded-database.ts';
import { JournalFile } from './journal/journal-file.ts';
import { lockFolder } from './lock.ts';
import { pgliteBytes } from './pglite-bytes.ts';
import { openPool, type Patience } from './pool.ts';
import * as schema from './schema/index.ts';

/** A database that answers, and how to leave it. */
export interface OpenDatabase {
	db: Database;
	engine: 'pglite' | 'postgres';
	close(): Promise<void>;
	/** Lets work take as long as it needs, although the database says nothing meanwhile. */
	patiently?<T>(work: () => Promise<T>): Promise<T>;
}

/** Where a database is, and how long a server may say nothing while it owes an answer. */
export interface DatabasePlace {
	readonly databaseUrl?: string;
	readonly dataDir: string;
	readonly silentAtMost?: number;
}

/** Opens PostgreSQL when an address is given, and otherwise the embedded database in the data folder. */
export function openDatabase(where: DatabasePlace): Promise<Result<OpenDatabase>> {
	return where.databaseUrl ? openPostgres(where.databaseUrl, where.silentAtMost) : openPglite(where.dataDir);
}

/**
 * The embedded database. Two processes on one folder silently lose rows, so the folder is locked first. A first start
 * that was cut off leaves a folder that never opens again: the mark beside it says that there was nothing in it yet.
 */
async function openPglite(dataDir: string): Promise<Result<OpenDatabase>> {
	const folder = resolve(dataDir, 'pglite');
	const lock = await lockFolder(folder);
	if (!lock.ok) return lock;
	try {
		const beginning = join(dataDir, 'pglite.beginning');
		if (await exists(beginning)) await rm(folder, { recursive: true, force: true });
		const isNew = !(await exists(join(folder, 'PG_VERSION')));
		const journal = join(dataDir, 'pglite.journal');
		if (isNew) {
			await writeFile(beginning, '');
			await rm(journal, { force: true });
			await mkdir(folder, { recursive: true });
		}
		await access(folder, constants.W_OK);
		const pglite = withJournal(await PGlite.create(folder, pgliteBytes), JournalFile.open(journal));
		if (isNew) await rm(beginning);
		const close = async () => {
			try {
				await pglite.close();
			} finally {
				await lock.value.release();
			}
		};
		return ok({ db: onPglite(pglite, { schema }), engine: 'pglite', close });
	} catch (error) {
		await lock.value.release();
		if (['EACCES', 'EROFS', 'EPERM', 'ENOSPC'].includes(codeOf(error))) {
			return refuse({ code: 'database.folder-not-writable', folder });
		}
		return refuse({ code: 'database.unreachable', reason: reasonOf(error) });
	}
}

async function openPostgres(databaseUrl: string, silentAtMost = 30_000): Promise<Result<OpenDatabase>> {
	if (!/^postgres(ql)?:\/\//.test(databaseUrl)) {
		return refuse({ code: 'database.unreachable', reason: 'DATABASE_URL does not begin with postgres://' });
	}
	const patience: Patience = { patient: false };
	let pool: Pool | undefined;
	try {
		pool = openPool(databaseUrl, silentAtMost, patience);
		await pool.query('select 1');
	} catch (error) {
		await pool?.end();
		return refuse({ code: 'database.unreachable', reason: reasonOf(error) });
	}
	const close = () => pool.end();
	return ok({
		db: onPostgres(pool, { schema }),
		engine: 'postgres',
		close,
		async patiently(work) {
			patience.patient = true;
			try {
				return await work();
			} finally {
				patience.patient = false;
			}
		}
	});
}

async function exists(path: string): Promise<boolean> {
	return access(path).then(
		() => true,
		() => false
	);
}

/** What the system said, in its words. Connection errors carry no password; an address that cannot be read might. */
function reasonOf(error: unknown): string {
	if (codeOf(error) === 'ERR_INVALID_URL') return 'DATABASE_URL is not a valid address';
	return (error instanceof Error && error.message) || codeOf(error) || String(error);
}

function codeOf(error: unknown): string {
	return (error as NodeJS.ErrnoException).code ?? '';
}
