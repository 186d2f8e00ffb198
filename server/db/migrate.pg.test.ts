import { sql } from 'drizzle-orm';
import { expect, inject, test } from 'vitest';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { writeMigrations } from '../../tests/support/migrations.ts';
import { openDatabase, type OpenDatabase } from './client.ts';
import { migrate } from './migrate.ts';

test('programs that start together on one database take turns: every step is applied once', async () => {
	const first = await openOwnTestDatabase();
	await first.db.execute(sql`drop schema drizzle cascade`);
	const address = await nameOf(first);
	const programs = await Promise.all(Array.from({ length: 6 }, () => program(address)));
	const folder = writeMigrations('create table once (n integer);', 'insert into once values (1);');

	const answers = await Promise.all(programs.map((open) => migrate(open, folder)));
	expect(answers.map((answer) => (answer.ok ? answer.value.applied : answer.problem.code)).sort()).toEqual([
		0, 0, 0, 0, 0, 2
	]);
	await Promise.all([first, ...programs].map((open) => open.close()));
});

async function nameOf(open: OpenDatabase): Promise<string> {
	const databases = inject('databases');
	if (databases.engine !== 'postgres') throw new Error('This test needs TEST_DATABASE_URL.');
	const name = sql<string>`current_database()`;
	const [row] = await open.db.select({ name }).from(sql`(select 1) as one`);
	const url = new URL(databases.server);
	url.pathname = `/${row!.name}`;
	return url.href;
}

async function program(databaseUrl: string): Promise<OpenDatabase> {
	const opened = await openDatabase({ databaseUrl, dataDir: '' });
	if (!opened.ok) throw new Error(opened.problem.code);
	return opened.value;
}
