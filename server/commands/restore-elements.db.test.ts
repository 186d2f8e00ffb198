import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { limits } from '#protocol/limits.ts';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, holdWorkshop, type House, type TestActor } from '../../tests/support/house.ts';
import { makeTopic, throwAway, writeOn } from '../../tests/support/topics.ts';
import type { OpenDatabase } from '../db/client.ts';
import { auditEvents } from '../db/schema/audit.ts';
import { cards } from '../db/schema/sessions.ts';
import { newId } from '../ids.ts';
import { readBoardNow } from '../live/board-content.ts';
import { readVotes } from '../web/board-votes.ts';
import { createCheckpoint } from './create-checkpoint.ts';
import { hideCards } from './hide-cards.ts';
import { restoreCheckpoint } from './restore-checkpoint.ts';
import { restoreElements } from './restore-elements.ts';

let database: OpenDatabase;
let house: House;
beforeAll(async () => {
	database = await openOwnTestDatabase();
	house = await furnish(database.db);
}, 120_000);
afterAll(() => database.close());

/** A board after a vote, with the topic "Wege" around its two cards, as it was marked; then both went, and one was written on. */
async function wentAstray() {
	const workshop = await holdWorkshop(house, ['Radweg', 'Bus']);
	const { boardId, elementIds } = workshop;
	const [first, second] = [elementIds[0]!, elementIds[1]!];
	const topic = await makeTopic(database.db, boardId, 'Wege', elementIds);
	const { checkpointId } = await house.done(createCheckpoint, house.facilitator, { boardId, name: 'Vor der Pause' });
	await throwAway(database.db, boardId, topic, first);
	await writeOn(database.db, boardId, second, 'Bahn');
	const bring = (...elements: string[]) =>
		house.done(restoreElements, house.facilitator, { boardId, checkpointId, elements });
	const seen = async () => {
		const { elements } = await readBoardNow(database.db, boardId);
		return elements
			.filter(({ id }) => [topic, first, second].includes(id))
			.map(({ text, parent }) => `${text}${parent === topic ? ' in Wege' : ''}`)
			.sort();
	};
	return { ...workshop, first, second, topic, checkpointId, bring, seen };
}

test('one card comes back with the topic around it, and the others stay as they are', async () => {
	const { first, bring, seen } = await wentAstray();
	expect(await seen()).toEqual(['Bahn']);
	await bring(first);
	expect(await seen()).toEqual(['Bahn in Wege', 'Radweg in Wege', 'Wege']);
});

test('bringing back the state before undoes it, and the record says what was done', async () => {
	const { boardId, first, second, checkpointId, bring, seen } = await wentAstray();
	const { checkpointId: before } = await bring(first, second);
	expect(await seen()).toEqual(['Bus in Wege', 'Radweg in Wege', 'Wege']);
	await house.done(restoreCheckpoint, house.facilitator, { boardId, checkpointId: before });
	expect(await seen()).toEqual(['Bahn']);
	const lines = await database.db.select().from(auditEvents).where(eq(auditEvents.command, 'restore-elements'));
	expect(lines.at(-1)).toMatchObject({
		entityId: boardId,
		facts: { restored: checkpointId, before, elements: 2 }
	});
});

test('what was voted on of a card is still told of it', async () => {
	const { boardId, first, bring } = await wentAstray();
	const votes = () =>
		readVotes(database.db, house.facilitator, { id: boardId, processId: house.processId, nonPublic: false });
	const before = await votes();
	expect(before.map(({ elementId }) => elementId)).toContain(first);
	await bring(first);
	expect(await votes()).toEqual(before);
});

test('cards that the facilitator keeps back stay away', async () => {
	const { sessionId, boardId, first, bring, seen } = await wentAstray();
	const [sent] = await database.db.select().from(cards).where(eq(cards.elementId, first));
	await house.done(hideCards, house.facilitator, { sessionId, participantId: sent!.participantId, hidden: true });
	await bring(first);
	expect(await seen()).toEqual(['Bahn in Wege', 'Wege']);
	const { byId } = await readBoardNow(database.db, boardId);
	expect(byId.get(first)?.deleted).toMatchObject({ why: 'hidden' });
});

test('only who may write all of the board brings something back, and only from its own states', async () => {
	const { boardId, first, checkpointId, seen } = await wentAstray();
	const input = { boardId, checkpointId, elements: [first] };
	for (const actor of [house.member, house.steering])
		expect(await house.run(restoreElements, actor, input)).toMatchObject({ problem: { code: 'right.missing' } });
	const stranger: TestActor = { ...house.facilitator, tenantId: newId() };
	expect(await house.run(restoreElements, stranger, input)).toMatchObject({ problem: { code: 'thing.not-found' } });
	const other = await wentAstray();
	expect(await house.run(restoreElements, house.facilitator, { ...input, boardId: other.boardId })).toEqual({
		ok: false,
		problem: { code: 'thing.not-found', kind: 'checkpoint' }
	});
	expect(await seen()).toEqual(['Bahn']);
});

test('nothing, nobody’s elements and too many at once are refused', async () => {
	const { boardId, checkpointId } = await wentAstray();
	const ask = (elements: string[]) =>
		house.run(restoreElements, house.facilitator, { boardId, checkpointId, elements });
	expect(await ask([])).toMatchObject({ problem: { code: 'input.invalid' } });
	expect(await ask(['nowhere'])).toMatchObject({ problem: { code: 'board.element-missing' } });
	const many = Array.from({ length: limits.restoredElements + 1 }, (_, index) => `n${index}`);
	expect(await ask(many)).toMatchObject({ problem: { code: 'input.invalid' } });
});
