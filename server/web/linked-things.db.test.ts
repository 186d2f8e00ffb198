import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, type House, type TestActor } from '../../tests/support/house.ts';
import { addActionSpace } from '../commands/add-action-space.ts';
import { createStrategyCards } from '../commands/create-strategy-cards.ts';
import type { OpenDatabase } from '../db/client.ts';
import { goalRevisions, goalVersions } from '../db/schema/goals.ts';
import { newId } from '../ids.ts';
import { readLinkedThings } from './linked-things.ts';

let database: OpenDatabase;
let house: House;
beforeAll(async () => {
	database = await openOwnTestDatabase();
	house = await furnish(database.db);
	const { processId, steering } = house;
	await house.done(addActionSpace, steering, { processId, title: 'Mobilität', definition: 'Wege für alle' });
	await house.done(createStrategyCards, steering, { processId });
});
afterAll(() => database.close());

const seenBy = (actor: TestActor) => readLinkedThings(database.db, actor, house);
const kindsSeenBy = async (actor: TestActor) => [...new Set((await seenBy(actor)).map(({ kind }) => kind))];

describe('what of the house can stand on a board', () => {
	test('is each goal with its number, its words and its state, and each strategy card with its topics', async () => {
		const things = await seenBy(house.facilitator);
		const goals = things.filter(({ kind }) => kind === 'goal');
		expect(goals.length).toBeGreaterThan(2);
		for (const goal of goals)
			expect(goal).toMatchObject({ state: 'draft', number: expect.stringMatching(/\d/) as string });
		expect(things.at(-1)).toMatchObject({ kind: 'strategy-card', words: 'Mobilität\nWege für alle', topics: 0 });
	});

	test('is told only to those who may read it, and to guests and strangers not at all', async () => {
		const { facilitator, member } = house;
		expect(await kindsSeenBy(facilitator)).toEqual(['goal', 'strategy-card']);
		expect(await kindsSeenBy(member)).toEqual(['goal']);
		expect(await seenBy({ ...member, role: 'guest' })).toEqual([]);
		expect(await seenBy({ ...facilitator, tenantId: newId() })).toEqual([]);
	});

	test('says of a goal what was adopted, also while a newer version is being drafted', async () => {
		const { db } = database;
		const { tenantId, versionId } = house;
		const ofVersion = and(eq(goalRevisions.tenantId, tenantId), eq(goalRevisions.versionId, versionId));
		const [revision] = await db.select().from(goalRevisions).where(ofVersion);
		const [version] = await db.select().from(goalVersions).where(eq(goalVersions.id, versionId));
		const newer = newId();
		await db.insert(goalVersions).values({ ...version!, id: newer, label: 'neu', periodTo: '2040' });
		await db.insert(goalRevisions).values({ ...revision!, id: newId(), versionId: newer, number: '99' });
		const today = async () => (await seenBy(house.member)).find(({ ref }) => ref === revision!.itemId);
		expect(await today()).toMatchObject({ number: '99', state: 'draft' });
		await db.update(goalVersions).set({ state: 'adopted' }).where(eq(goalVersions.id, versionId));
		expect(await today()).toMatchObject({ number: revision!.number, state: 'adopted' });
	});
});
