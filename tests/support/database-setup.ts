import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import * as schema from '#server/db/schema/index.ts';
import { openDatabase } from '#server/db/client.ts';
import { temporaryFolder } from './folder.js';
import { mustMigrate } from './migrated.ts';

/** Where tests get their databases from: copies of one that was migrated once for the whole run. */
export type TestDatabases =
	{ engine: 'pglite'; dump: string } | { engine: 'postgres'; server: string; template: string };

declare module 'vitest' {
	interface ProvidedContext {
		databases: TestDatabases;
	}
}

/** Vitest calls this before the database tests and what it returns after them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const server = process.env.TEST_DATABASE_URL;
	const { databases, remove } = server ? await postgresTemplate(server) : await pgliteDump();
	project.provide('databases', databases);
	return remove;
}

async function pgliteDump() {
	const folder = temporaryFolder('dump');
	const dump = join(folder, 'migrated.tar.gz');
	const pglite = await PGlite.create();
	await mustMigrate({ db: drizzle(pglite, { schema }), engine: 'pglite', close: () => pglite.close() });
	const blob = await pglite.dumpDataDir('gzip');
	writeFileSync(dump, new Uint8Array(await blob.arrayBuffer()));
	await pglite.close();
	const remove = async () => rmSync(folder, { recursive: true, force: true });
	return { databases: { engine: 'pglite', dump } as const, remove };
}

async function postgresTemplate(server: string) {
	const template = `wr_test_${process.pid}_${Date.now().toString(36)}`;
	const admin = postgres(server, { max: 1, onnotice: () => undefined });
	await admin`create database ${admin(template)}`;
	const url = new URL(server);
	url.pathname = `/${template}`;
	const opened = await openDatabase({ databaseUrl: url.href, dataDir: '' });
	if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
	await mustMigrate(opened.value);
	await opened.value.close();
	const remove = async () => {
		const rows = await admin`select datname from pg_database where starts_with(datname, ${template})`;
		for (const { datname } of rows) await admin`drop database ${admin(datname)} with (force)`;
		await admin.end();
	};
	return { databases: { engine: 'postgres', server, template } as const, remove };
}
