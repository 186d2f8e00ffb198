import { resolve } from 'node:path';
import { sql } from 'drizzle-orm';
import { readMigrationFiles, type MigrationMeta } from 'drizzle-orm/migrator';
import { bigint, pgSchema, serial, text } from 'drizzle-orm/pg-core';
import { ok, refuse, type Result } from '#domain/result.ts';
import type { OpenDatabase } from './client.ts';
import type { Transaction } from './database.ts';

/** The book of applied migrations, kept as drizzle-kit keeps it, so that its tools can read ours. */
const applied = pgSchema('drizzle').table('__drizzle_migrations', {
	id: serial().primaryKey(),
	hash: text().notNull(),
	/** When the migration was written: its name in the journal, and its place in the order. */
	createdAt: bigint('created_at', { mode: 'number' }).notNull()
});

/** Any number will do, as long as every version of the program takes the same one. */
const migrationLock = 8_214_630_551;

/**
 * Brings the database to the state this program knows: all missing steps in one transaction, or none. Several programs
 * that start together take turns. A database that has met a newer program is left untouched and refused.
 */
export async function migrate(open: OpenDatabase, folder = resolve('drizzle')): Promise<Result<{ applied: number }>> {
	const work = () => migrateNow(open, folder);
	return open.patiently ? open.patiently(work) : work();
}

function migrateNow(open: OpenDatabase, folder: string): Promise<Result<{ applied: number }>> {
	const steps = readMigrationFiles({ migrationsFolder: folder });
	return open.db.transaction(async (tx) => {
		if (open.engine === 'postgres') await tx.execute(sql`select pg_advisory_xact_lock(${migrationLock})`);
		const done = await appliedSteps(tx);
		const newest = Math.max(0, ...done);
		if (newest > 0 && !steps.some((step) => step.folderMillis === newest)) {
			return refuse({ code: 'database.newer-than-program' });
		}
		const missing = steps.filter((step) => !done.has(step.folderMillis));
		for (const step of missing) await apply(tx, step);
		return ok({ applied: missing.length });
	});
}

async function appliedSteps(tx: Transaction): Promise<Set<number>> {
	await tx.execute(sql`create schema if not exists drizzle`);
	await tx.execute(sql`create table if not exists ${applied} (
		id serial primary key, hash text not null, created_at bigint
	)`);
	const rows = await tx.select({ createdAt: applied.createdAt }).from(applied);
	return new Set(rows.map((row) => row.createdAt));
}

async function apply(tx: Transaction, step: MigrationMeta): Promise<void> {
	for (const statement of step.sql) await tx.execute(sql.raw(statement));
	await tx.insert(applied).values({ hash: step.hash, createdAt: step.folderMillis });
}
