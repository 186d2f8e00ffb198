import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { temporaryFolder } from '../../tests/support/folder.js';
import { documents } from './schema/documents.ts';
import { openDatabase, type OpenDatabase } from './client.ts';
import { migrate } from './migrate.ts';

const root = temporaryFolder('client');
afterAll(() => rmSync(root, { recursive: true, force: true }));

const row = {
	name: 'board:0197:cards',
	tenantId: '01970000-0000-7000-8000-000000000000',
	createdAt: new Date('2026-11-21T10:00:00Z')
};

async function opened(dataDir: string): Promise<OpenDatabase> {
	const open = await openDatabase({ dataDir });
	if (!open.ok) throw new Error(JSON.stringify(open.problem));
	return open.value;
}

test('what was written into the data folder is there after closing and opening again', async () => {
	const dataDir = join(root, 'kept');
	const first = await opened(dataDir);
	expect(first.engine).toBe('pglite');
	await migrate(first);
	await first.db.insert(documents).values(row);
	await first.close();

	const second = await opened(dataDir);
	expect(await migrate(second)).toEqual({ ok: true, value: { applied: 0 } });
	expect(await second.db.select().from(documents)).toMatchObject([row]);
	await second.close();
});

test('a data folder that is open is refused to the second who asks, until it is closed', async () => {
	const dataDir = join(root, 'shared');
	const first = await opened(dataDir);
	const folder = join(dataDir, 'pglite');
	expect(await openDatabase({ dataDir })).toEqual({ ok: false, problem: { code: 'database.folder-in-use', folder } });
	await first.close();
	await (await opened(dataDir)).close();
});

test('a very first start that was cut off is begun again from nothing', async () => {
	const dataDir = join(root, 'cut-off');
	mkdirSync(join(dataDir, 'pglite'), { recursive: true });
	writeFileSync(join(dataDir, 'pglite.beginning'), '');
	writeFileSync(join(dataDir, 'pglite/PG_VERSION'), '18');
	const open = await opened(dataDir);
	await open.db.execute(sql`select 1`);
	await open.close();
	expect(existsSync(join(dataDir, 'pglite.beginning'))).toBe(false);
});

test('a data folder that is really a file is refused by name', async () => {
	const dataDir = join(root, 'file');
	writeFileSync(dataDir, '');
	const folder = join(dataDir, 'pglite');
	expect(await openDatabase({ dataDir })).toEqual({
		ok: false,
		problem: { code: 'database.folder-not-writable', folder }
	});
});

test('a database server that does not answer is refused with what the system said, never with the password', async () => {
	const databaseUrl = 'postgres://town:geheim@127.0.0.1:1/town';
	const answer = await openDatabase({ databaseUrl, dataDir: root });
	expect(answer).toEqual({
		ok: false,
		problem: { code: 'database.unreachable', reason: expect.stringContaining('ECONNREFUSED') }
	});
	const mistyped = await openDatabase({ databaseUrl: 'postgres://town:geheim@host:port/x', dataDir: root });
	expect(mistyped).toMatchObject({ ok: false, problem: { code: 'database.unreachable' } });
	expect(JSON.stringify([answer, mistyped])).not.toContain('geheim');
	expect(await openDatabase({ databaseUrl: 'mysql://host/x', dataDir: root })).toMatchObject({
		ok: false,
		problem: { code: 'database.unreachable' }
	});
});
