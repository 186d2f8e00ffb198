import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, type House } from '../../tests/support/house.ts';
import { checkAgreed, isAgreed } from '#domain/budget/allocation.ts';
import { potOf } from '#domain/budget/joint-budget.ts';
import { allocationsOf } from '../commands/budgets.ts';
import type { OpenDatabase } from '../db/client.ts';
import { listBudgets, readBudget } from '../db/repositories/budgets.ts';
import { listGoals } from '../db/repositories/goals.ts';
import { accounts, bodies, tenants } from '../db/schema/organisation.ts';
import { goalVersions } from '../db/schema/goals.ts';
import { processes } from '../db/schema/processes.ts';
import helmstedt from './examples/helmstedt.json' with { type: 'json' };
import { seedExample } from './seed.ts';

let database: OpenDatabase;
let house: House;
beforeAll(async () => {
	database = await openOwnTestDatabase();
	house = await furnish(database.db);
});
afterAll(() => database.close());

/** How many goals an example has on each level. */
async function countsOf(key: string): Promise<Record<string, number>> {
	const [tenant] = await database.db.select().from(tenants).where(eq(tenants.key, key));
	const [version] = await database.db.select().from(goalVersions).where(eq(goalVersions.tenantId, tenant!.id));
	const goals = await listGoals(database.db, tenant!.id, version!.id);
	const counts: Record<string, number> = {};
	for (const { levelKey } of goals) counts[levelKey] = (counts[levelKey] ?? 0) + 1;
	return counts;
}

test('Kreis Unna has 22 focuses, 33 impact goals and 51 output goals', async () => {
	expect(await seedExample(house.around, 'unna', false)).toContain('is loaded');
	expect(await countsOf('kreis-unna')).toMatchObject({ schwerpunkt: 22, wirkungsziel: 33, leistungsziel: 51 });
});

test('Bezirksamt Mitte has fifteen and eight goals below its two perspectives', async () => {
	await seedExample(house.around, 'mitte', false);
	expect(await countsOf('bezirk-mitte')).toEqual({ perspektive: 2, ziel: 23 });
});

test('Verwaltung 2.030 has its nine fields of action', async () => {
	await seedExample(house.around, 'verwaltung2030', false);
	expect(await countsOf('musterkommune')).toEqual({ handlungsfeld: 9 });
});

test('three departments of Verwaltung 2.030 share 650,000 euros, and two of three measures are agreed', async () => {
	const [tenant] = await database.db.select().from(tenants).where(eq(tenants.key, 'musterkommune'));
	const [process] = await database.db.select().from(processes).where(eq(processes.tenantId, tenant!.id));
	const [listed] = await listBudgets(database.db, tenant!.id, process!.id);
	const budget = (await readBudget(database.db, tenant!.id, listed!.id, null))!;
	expect(potOf(budget)).toEqual({ 2026: 650_000_00 });
	expect(checkAgreed(budget, allocationsOf(budget))).toMatchObject({ ok: true });
	expect(budget.measures.map(({ title, allocation }) => [title, isAgreed(budget, allocation!)])).toEqual([
		['Schulwege sicher machen', true],
		['Fahrradstraße Bahnhof–Zentrum', true],
		['Mobilitätsstation Nord', false]
	]);
});

test('the three strategic goals of Helmstedt stand there word for word, with their points', async () => {
	const goals = await listGoals(database.db, house.tenantId, house.versionId);
	const strategic = goals.filter(({ levelKey }) => levelKey === 'strategisches-ziel');
	expect(strategic.map(({ text, points }) => ({ title: text, points }))).toEqual(
		helmstedt.goalSystem.goals.map(({ title, points }) => ({ title, points }))
	);
});

test('six topic groups work in Helmstedt, and its executive committee never sits in public', async () => {
	const found = await database.db.select().from(bodies).where(eq(bodies.tenantId, house.tenantId));
	expect(found.filter(({ teamKind }) => teamKind === 'topic-group')).toHaveLength(6);
	expect(found.find(({ key }) => key === 'kreisausschuss')?.publicRule).toBe('never');
});

test('loading twice does no harm, and an unknown name is refused with those that are known', async () => {
	expect(await seedExample(house.around, 'unna', false)).toContain('is there already');
	await expect(seedExample(house.around, 'atlantis', false)).rejects.toThrow('helmstedt, unna, mitte, verwaltung2030');
});

test('accounts come only with a demonstration', async () => {
	expect(await database.db.select().from(accounts)).toEqual([]);
});
