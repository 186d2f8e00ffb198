import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, holdWorkshop, type House, type TestActor } from '../../tests/support/house.ts';
import { makeTopic, throwAway, writeOn } from '../../tests/support/topics.ts';
import type { App } from '../app.ts';
import type { Actor } from '../auth/actor.ts';
import { createCheckpoint } from '../commands/create-checkpoint.ts';
import { createSession } from '../commands/create-session.ts';
import { hideCards } from '../commands/hide-cards.ts';
import { joinSession } from '../commands/join-session.ts';
import { moveStep } from '../commands/move-step.ts';
import { revealCards } from '../commands/reveal-cards.ts';
import { submitCard } from '../commands/submit-card.ts';
import type { OpenDatabase } from '../db/client.ts';
import { findSession, listSteps } from '../db/repositories/sessions.ts';
import { agendaSteps, cards } from '../db/schema/sessions.ts';
import { newId } from '../ids.ts';
import { compareWithToday } from './comparison.ts';
import { readPastBoard } from './history.ts';

let database: OpenDatabase;
let house: House;
beforeAll(async () => {
	database = await openOwnTestDatabase();
	house = await furnish(database.db);
}, 120_000);
afterAll(() => database.close());

const compare = (actor: Actor, boardId: string, id: string) =>
	compareWithToday(
		{ locals: { app: { db: database.db } as App, actor }, url: new URL('http://127.0.0.1/') },
		boardId,
		id
	);
const mark = async (boardId: string) =>
	(await house.done(createCheckpoint, house.facilitator, { boardId, name: 'Vorher' })).checkpointId;

test('tells area by area what has changed since, and who may bring it back', async () => {
	const { boardId, elementIds } = await holdWorkshop(house, ['Radweg', 'Bus']);
	const topic = await makeTopic(database.db, boardId, 'Wege', elementIds);
	const checkpointId = await mark(boardId);
	await writeOn(database.db, boardId, elementIds[0]!, 'Radweg am Wald');
	await throwAway(database.db, boardId, topic, elementIds[1]!);
	const { parts, mayRestore, checkpoint } = await compare(house.facilitator, boardId, checkpointId);
	expect(parts.map(({ title }) => title)).toEqual(['Wege']);
	const said = parts[0]!.differences.map(({ id, fate, changes }) => ({ id, fate, changes }));
	expect(said[0]).toEqual({ id: topic, fate: 'binned', changes: [] });
	const words = { of: 'text', before: 'Radweg', after: 'Radweg am Wald' };
	expect(said).toContainEqual({ id: elementIds[0], fate: 'changed', changes: [words] });
	expect(said).toContainEqual({ id: elementIds[1], fate: 'binned', changes: [] });
	expect([mayRestore, checkpoint.id]).toEqual([true, checkpointId]);
	expect(await compare(house.steering, boardId, checkpointId)).toMatchObject({ mayRestore: false });
});

test('is not there for another organisation, for those who may not see the board, and for another board', async () => {
	const { boardId } = await holdWorkshop(house, ['Radweg']);
	const checkpointId = await mark(boardId);
	const stranger: TestActor = { ...house.facilitator, tenantId: newId() };
	await expect(compare(stranger, boardId, checkpointId)).rejects.toMatchObject({ status: 404 });
	await expect(compare(house.member, boardId, checkpointId)).rejects.toMatchObject({ status: 403 });
	await expect(compare({ kind: 'anonymous' }, boardId, checkpointId)).rejects.toMatchObject({ status: 303 });
	const other = await holdWorkshop(house, ['Bus']);
	await expect(compare(house.facilitator, other.boardId, checkpointId)).rejects.toMatchObject({ status: 404 });
});

test('cards that are kept back are in no earlier state and in no comparison, also when nobody knows whose they are', async () => {
	const { done, facilitator, tenantId, processId } = house;
	const { db } = database;
	const template = 'potential-workshop';
	const { sessionId, boardId } = await done(createSession, facilitator, { processId, title: 'Still', template });
	await db.update(agendaSteps).set({ anonymous: true }).where(eq(agendaSteps.sessionId, sessionId));
	const { code } = (await findSession(db, tenantId, sessionId))!;
	const { person } = await done(joinSession, { kind: 'anonymous' }, { code, name: 'Ben', group: 'politics' });
	const ben: TestActor = { kind: 'person', personId: person.personId, tenantId, role: 'guest' };
	await done(moveStep, facilitator, { sessionId, to: 'next' });
	const collect = (await listSteps(db, tenantId, sessionId)).find(({ kind }) => kind === 'collect')!;
	await done(moveStep, facilitator, { sessionId, to: collect.id });
	const before = await mark(boardId);
	await done(submitCard, ben, { sessionId, text: 'Quatsch' });
	await done(revealCards, facilitator, { sessionId });
	const after = await mark(boardId);
	const [sent] = await db
		.select()
		.from(cards)
		.where(and(eq(cards.sessionId, sessionId), eq(cards.text, 'Quatsch')));
	const seen = async () =>
		JSON.stringify([
			await readPastBoard({ db }, boardId, after).then(({ elements }) => elements),
			await compare(facilitator, boardId, before),
			await compare(facilitator, boardId, after)
		]);
	expect(await seen()).toContain('Quatsch');
	await done(hideCards, facilitator, { sessionId, participantId: sent!.participantId, hidden: true });
	expect(await seen()).not.toContain('Quatsch');
});
