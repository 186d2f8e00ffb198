import { sql } from 'drizzle-orm';
import { afterEach, expect, inject, test } from 'vitest';
import { openOwnTestDatabase } from '../tests/support/database.ts';
import { silent } from '../tests/support/sync.ts';
import type { Surroundings } from './commands/execute.ts';
import { offerSetUp, setUp } from './commands/set-up.ts';
import { openDatabase, type OpenDatabase } from './db/client.ts';
import { inTurn } from './db/in-turn.ts';
import { accounts, tenants } from './db/schema/organisation.ts';
import { seedDemo } from './imports/seed.ts';
import { createSyncServer } from './sync/sync-server.ts';

const opened: OpenDatabase[] = [];
afterEach(async () => {
	for (const open of opened.splice(0)) await open.close();
});

/** Several programs on one empty database. */
async function programs(count: number): Promise<{ open: OpenDatabase; around: Surroundings }[]> {
	const databases = inject('databases');
	if (databases.engine !== 'postgres') throw new Error('This test needs TEST_DATABASE_URL.');
	const first = await openOwnTestDatabase();
	opened.push(first);
	const [row] = await first.db.select({ name: sql<string>`current_database()` }).from(sql`(select 1) as one`);
	const url = new URL(databases.server);
	url.pathname = `/${row!.name}`;
	for (let more = 1; more < count; more++) {
		const another = await openDatabase({ databaseUrl: url.href, dataDir: '' });
		if (!another.ok) throw new Error(another.problem.code);
		opened.push(another.value);
	}
	const clock = () => new Date('2026-11-21T10:00:00Z');
	return opened.map((open) => {
		const documents = createSyncServer({
			database: open.db,
			access: { identify: async () => null, grant: () => Promise.reject(new Error('Nobody knocks in this test.')) },
			origins: () => false,
			clock: { now: clock },
			log: silent
		});
		return { open, around: { db: open.db, documents, clock, published: () => undefined } };
	});
}

test('programs that start together on an empty database write the demonstration once', async () => {
	const started = await programs(3);
	await Promise.all(started.map(({ open, around }) => inTurn(open, () => seedDemo(around))));
	expect(await opened[0]!.db.$count(tenants)).toBe(1);
	expect(await opened[0]!.db.$count(accounts)).toBe(4);
});

test('each of several programs prints a set-up link, and together they set up one organisation', async () => {
	const started = await programs(3);
	const secrets = await Promise.all(started.map(({ open, around }) => offerSetUp(open.db, around.clock())));
	const answers = await Promise.all(
		started.map(({ around }, index) =>
			setUp(around, secrets[index]!, {
				organisation: `Landkreis ${index}`,
				kind: 'landkreis',
				name: 'Frau Muster',
				email: `muster@${index}.example`,
				password: 'Ein langer Satz als Passwort'
			})
		)
	);
	expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
	expect(await opened[0]!.db.$count(tenants)).toBe(1);
});
