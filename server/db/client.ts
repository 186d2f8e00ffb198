import { access, constants, mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle as onPglite } from 'drizzle-orm/pglite';
import { drizzle as onPostgres } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { ok, refuse, type Result } from '#domain/result.ts';
import type { Database } from './database.ts';
import { lockFolder } from './lock.ts';
import { pgliteBytes } from './pglite-bytes.ts';
import * as schema from './schema/index.ts';

/** A database that answers, and how to leave it. */
export interface OpenDatabase {
	db: Database;
	engine: 'pglite' | 'postgres';
	close(): Promise<void>;
}

/** Opens PostgreSQL when an address is given, and otherwise the embedded database in the data folder. */
export function openDatabase(where: { databaseUrl?: string; dataDir: string }): Promise<Result<OpenDatabase>> {
	return where.databaseUrl ? openPostgres(where.databaseUrl) : openPglite(where.dataDir);
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
		if (isNew) {
			await writeFile(beginning, '');
			await mkdir(folder, { recursive: true });
		}
		await access(folder, constants.W_OK);
		const pglite = await PGlite.create(folder, pgliteBytes);
		if (isNew) await rm(beginning);
		const close = async () => {
			await pglite.close();
			await lock.value.release();
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

async function openPostgres(databaseUrl: string): Promise<Result<OpenDatabase>> {
	if (!/^postgres(ql)?:\/\//.test(databaseUrl)) {
		return refuse({ code: 'database.unreachable', reason: 'DATABASE_URL does not begin with postgres://' });
	}
	try {
		const sql = postgres(databaseUrl, {
			max: 10,
			connect_timeout: 10,
			onnotice: () => undefined,
			connection: { application_name: 'wirkraum', idle_in_transaction_session_timeout: 60_000 }
		});
		try {
			await sql`select 1`;
		} catch (error) {
			await sql.end({ timeout: 0 });
			throw error;
		}
		const close = () => sql.end({ timeout: 5 });
		return ok({ db: onPostgres(sql, { schema }), engine: 'postgres', close });
	} catch (error) {
		return refuse({ code: 'database.unreachable', reason: reasonOf(error) });
	}
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
