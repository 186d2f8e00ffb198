import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, holdWorkshop, type House } from '../../tests/support/house.ts';
import { makeTopic } from '../../tests/support/topics.ts';
import type { OpenDatabase } from '../db/client.ts';
import { readSynthesis } from '../db/repositories/synthesis.ts';
import { findText } from '../db/repositories/texts.ts';
import { strategyCards } from '../db/schema/synthesis.ts';
import { addActionSpace } from './add-action-space.ts';
import { blackenCard } from './blacken-card.ts';
import { changeActionSpace } from './change-action-space.ts';
import { createProcess } from './create-process.ts';
import { createStrategyCards } from './create-strategy-cards.ts';
import { leaveOutTopic } from './leave-out-topic.ts';
import { lockCluster } from './lock-cluster.ts';
import { placeTopic } from './place-topic.ts';
import { removeActionSpace } from './remove-action-space.ts';
import { takeTopics } from './take-topics.ts';

let database: OpenDatabase;
let furnished: House;
/** The house with a process of its own for each test. */
let house: House;
beforeAll(async () => {
	database = await openOwnTestDatabase();
	furnished = await furnish(database.db);
});
afterAll(() => database.close());
beforeEach(async () => {
	const { done, steering } = furnished;
	const { processId } = await done(createProcess, steering, { title: 'Synthese', template: 'open' });
	house = { ...furnished, processId, facilitator: steering };
});

const read = () => readSynthesis(database.db, house.tenantId, house.processId);
const take = () => house.done(takeTopics, house.facilitator, { processId: house.processId });
const space = async (title: string) =>
	(await house.done(addActionSpace, house.facilitator, { processId: house.processId, title })).actionSpaceId;
const place = (topicId: string, actionSpaceId: string, placed = true) =>
	house.done(placeTopic, house.facilitator, { topicId, actionSpaceId, placed });

/** A group that has voted on two cards and put two others under a topic. */
async function group() {
	const { sessionId, boardId, elementIds } = await holdWorkshop(house, [
		'Radwege',
		'Lesepaten',
		'Fährverbindung',
		'Hofläden'
	]);
	const topicElement = await makeTopic(database.db, boardId, 'Wege', [elementIds[2]!, elementIds[3]!]);
	return { sessionId, boardId, topicElement, cards: elementIds };
}

describe('taking the topics of all groups', () => {
	test('brings topics with their cards, and single cards with the dots that they got', async () => {
		await group();
		await group();
		expect(await take()).toMatchObject({ topics: 10 });
		const { topics, open } = await read();
		expect(open).toBe(10);
		const ways = topics.filter(({ title }) => title === 'Wege');
		const cardsIn = ways.map(({ cards }) => cards.map(({ text }) => text).sort());
		expect(cardsIn).toEqual(Array(2).fill(['Fährverbindung', 'Hofläden']));
		expect(topics.find(({ dots }) => dots === 4)).toMatchObject({ voters: 4, cast: 4, contested: false });
	});

	test('done again, it brings changes up to date and leaves where the topics lie', async () => {
		const { boardId, cards } = await group();
		await take();
		const before = await read();
		const natur = await space('Natur');
		await place(before.topics[0]!.id, natur);
		await makeTopic(database.db, boardId, 'Neues Thema', [cards[0]!]);
		await take();
		const after = await read();
		expect(after.topics).toHaveLength(before.topics.length + 1);
		expect(after.topics.find(({ id }) => id === before.topics[0]!.id)?.placedIn).toEqual([natur]);
	});

	test('a topic whose name is locked comes over like any other', async () => {
		const { sessionId, topicElement } = await group();
		await house.done(lockCluster, house.facilitator, { sessionId, clusterId: topicElement, locked: true });
		await take();
		expect((await read()).topics.map(({ title }) => title)).toContain('Wege');
	});

	test('words that are blackened later are gone from the synthesis too', async () => {
		const { sessionId, cards } = await group();
		await take();
		for (const elementId of [cards[0]!, cards[2]!])
			await house.done(blackenCard, house.facilitator, { sessionId, elementId });
		const { topics } = await read();
		expect(JSON.stringify(topics)).not.toMatch(/Radwege|Fährverbindung/);
		expect(topics).toHaveLength(5);
	});

	test('without any topic it says so', async () => {
		const asked = { processId: house.processId };
		expect(await house.run(takeTopics, house.facilitator, asked)).toMatchObject({
			problem: { code: 'synthesis.nothing-to-take' }
		});
	});
});

describe('action spaces', () => {
	test('a topic may lie in several, and is counted as open until it lies in one', async () => {
		await group();
		await take();
		const { topics, open } = await read();
		const [natur, wirtschaft] = [await space('Natur'), await space('Wirtschaft')];
		for (const actionSpaceId of [natur, wirtschaft, natur]) await place(topics[0]!.id, actionSpaceId);
		const placed = await read();
		expect(placed.open).toBe(open - 1);
		expect([...placed.topics[0]!.placedIn].sort()).toEqual([natur, wirtschaft].sort());
		await place(topics[0]!.id, natur, false);
		expect((await read()).topics[0]!.placedIn).toEqual([wirtschaft]);
	});

	test('taking one away loses no topic, and bringing it back brings what lay in it', async () => {
		await group();
		await take();
		const { topics, open } = await read();
		const natur = await space('Natur');
		await place(topics[0]!.id, natur);
		await house.done(removeActionSpace, house.facilitator, { actionSpaceId: natur });
		expect(await read()).toMatchObject({ spaces: [], open });
		await house.done(removeActionSpace, house.facilitator, { actionSpaceId: natur, removed: false });
		expect(await read()).toMatchObject({ spaces: [{ title: 'Natur' }], open: open - 1 });
	});

	test('two people who change the same one: the second is told, and nobody’s words are lost', async () => {
		const actionSpaceId = await space('Natur');
		const before = { title: 'Natur', definition: '' };
		const change = (title: string, definition: string) =>
			house.run(changeActionSpace, house.facilitator, { actionSpaceId, title, definition, before });
		expect(await change('Natur', 'Moore und Wälder')).toMatchObject({ ok: true });
		expect(await change('Umwelt', '')).toMatchObject({ problem: { code: 'thing.changed-meanwhile' } });
		expect((await read()).spaces).toMatchObject([{ title: 'Natur', definition: 'Moore und Wälder' }]);
	});

	test('one without a name is refused', async () => {
		const asked = { processId: house.processId, title: '  ' };
		expect(await house.run(addActionSpace, house.facilitator, asked)).toMatchObject({
			problem: { code: 'action-space.title-missing' }
		});
	});
});

describe('leaving a topic out', () => {
	test('needs a reason, and placing it takes it up again', async () => {
		await group();
		await take();
		const { topics, open } = await read();
		const topicId = topics[0]!.id;
		const leave = (reason: string | null) => house.run(leaveOutTopic, house.facilitator, { topicId, reason });
		expect(await leave(' ')).toMatchObject({ problem: { code: 'synthesis.reason-missing' } });
		await leave('Aufgabe der Gemeinden');
		expect(await read()).toMatchObject({ open: open - 1 });
		const natur = await space('Natur');
		await place(topicId, natur);
		expect((await read()).topics[0]).toMatchObject({ leftOutReason: null, placedIn: [natur] });
		expect(await leave('Doch nicht')).toMatchObject({ problem: { code: 'synthesis.topic-placed' } });
	});
});

describe('strategy cards', () => {
	test('are made once every topic is decided on: one for each action space, however often it is asked', async () => {
		await group();
		await take();
		const { processId, steering } = house;
		const make = () => house.run(createStrategyCards, steering, { processId });
		expect(await make()).toMatchObject({ problem: { code: 'synthesis.no-action-spaces' } });
		const natur = await space('Natur');
		const { topics } = await read();
		expect(await make()).toMatchObject({ problem: { code: 'synthesis.topics-open', count: topics.length } });
		for (const { id } of topics.slice(1)) await place(id, natur);
		await house.done(leaveOutTopic, steering, { topicId: topics[0]!.id, reason: 'Schon beschlossen' });
		expect(await make()).toMatchObject({ value: { made: 1 } });
		expect(await make()).toMatchObject({ value: { made: 0 } });
		const made = await database.db.select().from(strategyCards).where(eq(strategyCards.processId, processId));
		expect(made).toHaveLength(1);
		expect(await findText(database.db, made[0]!.textId)).toMatchObject({ title: 'Natur', kind: 'strategy-card' });
	});
});

test('who has no part in the process changes nothing in its synthesis', async () => {
	const asked = { processId: house.processId, title: 'Natur' };
	expect(await house.run(addActionSpace, house.member, asked)).toMatchObject({ problem: { code: 'right.missing' } });
});
