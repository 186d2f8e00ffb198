import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inRolledBackTransaction, openOwnTestDatabase, openTestDatabase } from '../../tests/support/database.ts';
import { writeMigrations } from '../../tests/support/migrations.ts';
import type { OpenDatabase } from './client.ts';
import { migrate } from './migrate.ts';
import { documents } from './schema/documents.ts';

let open: OpenDatabase;
beforeAll(async () => {
	open = await openOwnTestDatabase();
	await open.db.execute(sql`drop schema drizzle cascade`);
});
afterAll(() => open.close());

const halls =
	"create table halls (name text primary key);\n--> statement-breakpoint\ninsert into halls values ('old');";
const seats = 'alter table halls add column seats integer;';

test('missing steps are applied in their order, and a second time nothing happens', async () => {
	expect(await migrate(open, writeMigrations(halls))).toEqual({ ok: true, value: { applied: 1 } });
	expect(await migrate(open, writeMigrations(halls, seats))).toEqual({ ok: true, value: { applied: 1 } });
	expect(await migrate(open, writeMigrations(halls, seats))).toEqual({ ok: true, value: { applied: 0 } });
});

test('an older program refuses a newer database and leaves it as it is', async () => {
	await migrate(open, writeMigrations(halls, seats));
	expect(await migrate(open, writeMigrations(halls))).toEqual({
		ok: false,
		problem: { code: 'database.newer-than-program' }
	});
	expect(await migrate(open, writeMigrations(halls, seats))).toEqual({ ok: true, value: { applied: 0 } });
});

test('when one of several missing steps fails, none of them has happened', async () => {
	const known = [halls, seats];
	const doors = 'create table doors (name text);';
	await expect(migrate(open, writeMigrations(...known, doors, 'select 1/0;'))).rejects.toThrow();
	expect(await migrate(open, writeMigrations(...known, doors))).toEqual({ ok: true, value: { applied: 1 } });
});

test('tests begin with an empty database and leave no trace in it', async () => {
	const { db } = await openTestDatabase();
	const row = { name: 'text:1', tenantId: '01970000-0000-7000-8000-000000000000', createdAt: new Date() };
	const seen = await inRolledBackTransaction(db, async (tx) => {
		await tx.insert(documents).values(row);
		return tx.$count(documents);
	});
	expect(seen).toBe(1);
	expect(await db.$count(documents)).toBe(0);
});
