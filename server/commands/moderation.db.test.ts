import { pino } from 'pino';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LeadState } from '#protocol/session-state.ts';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, type House, type TestActor } from '../../tests/support/house.ts';
import type { OpenDatabase } from '../db/client.ts';
import { listCheckpoints } from '../db/repositories/checkpoints.ts';
import { findSession, listSteps } from '../db/repositories/sessions.ts';
import { auditEvents } from '../db/schema/audit.ts';
import { documentBases, documentCheckpoints, documentSnapshots, documentUpdates } from '../db/schema/documents.ts';
import { roundOptions } from '../db/schema/consensus.ts';
import { textVersions } from '../db/schema/processes.ts';
import { candidates, cards, participants } from '../db/schema/sessions.ts';
import { boardDocuments } from '#protocol/document-names.ts';
import { readPastBoard } from '../web/history.ts';
import { LiveSessions } from '../live/live-sessions.ts';
import { BoardContent } from '../live/board-content.ts';
import { blackenCard } from './blacken-card.ts';
import { createCheckpoint } from './create-checkpoint.ts';
import { createSession } from './create-session.ts';
import { execute } from './execute.ts';
import { groupCards } from './group-cards.ts';
import { hideCards } from './hide-cards.ts';
import { joinSession } from './join-session.ts';
import { moveStep } from './move-step.ts';
import { openRound } from './open-round.ts';
import { restoreCheckpoint } from './restore-checkpoint.ts';
import { revealCards } from './reveal-cards.ts';
import { submitCard } from './submit-card.ts';

let database: OpenDatabase;
let house: House;
let live: LiveSessions;
let sessionId: string, boardId: string;
let ada: TestActor, ben: TestActor;

beforeAll(async () => {
	database = await openOwnTestDatabase();
	house = await furnish(database.db);
	live = new LiveSessions(database.db, house.around.clock, pino({ level: 'silent' }));
});
afterAll(async () => {
	live.close();
	await database.close();
});

const lead = async () => (await live.stateFor(house.tenantId, sessionId, 'lead')) as LeadState;
const texts = async () => (await lead()).cards.map(({ text }) => text).sort();
const board = () => new BoardContent(database.db).read(boardId);
const send = (actor: TestActor, text: string, more = {}) => house.done(submitCard, actor, { sessionId, text, ...more });
const goTo = async (kind: string) => {
	const steps = await listSteps(database.db, house.tenantId, sessionId);
	await house.done(moveStep, house.facilitator, { sessionId, to: steps.find((step) => step.kind === kind)!.id });
};

/** Ada and Ben in a workshop that collects. */
async function collecting(): Promise<void> {
	const { done, facilitator, tenantId, processId } = house;
	const template = 'potential-workshop';
	({ sessionId, boardId } = await done(createSession, facilitator, { processId, title: 'Runde', template }));
	const { code } = (await findSession(database.db, tenantId, sessionId))!;
	const joins = async (name: string): Promise<TestActor> => {
		const { person } = await done(joinSession, { kind: 'anonymous' }, { code, name, group: 'politics' });
		return { kind: 'person', personId: person.personId, tenantId, role: 'guest' };
	};
	[ada, ben] = [await joins('Ada'), await joins('Ben')];
	await done(moveStep, facilitator, { sessionId, to: 'next' });
	await goTo('collect');
}
const idOf = async (name: string) => (await lead()).people.find((person) => person.name === name)!.participantId;
const hide = async (hidden: boolean) =>
	house.done(hideCards, house.facilitator, { sessionId, participantId: await idOf('Ben'), hidden });

test('the cards of one guest are hidden in one click and come back where they were', async () => {
	await collecting();
	for (const text of ['Quatsch', 'Unsinn']) await send(ben, text);
	await send(ada, 'Radwege');
	await house.done(revealCards, house.facilitator, { sessionId });
	await goTo('cluster');
	const { cards: all } = await lead();
	const ids = all.map(({ elementId }) => elementId);
	const { clusterId } = await house.done(groupCards, ada, { sessionId, elementIds: ids, title: 'Gemischt' });
	const before = await board();

	await hide(true);
	expect(await texts()).toEqual(['Radwege']);
	for (const view of ['participant', 'projector'] as const)
		expect(JSON.stringify(await live.stateFor(house.tenantId, sessionId, view))).not.toMatch(/Quatsch|Unsinn/);
	expect((await lead()).clusters).toMatchObject([{ elementId: clusterId, cards: 1 }]);
	expect((await lead()).people.find(({ name }) => name === 'Ben')).toMatchObject({ cardsHidden: true });

	await send(ben, 'Noch mehr Quatsch');
	expect(await texts()).toEqual(['Radwege']);
	const [record] = await database.db.select().from(participants).where(eq(participants.personId, ben.personId));
	expect(record).toMatchObject({ cardsHiddenBy: (await lead()).people[0]!.participantId });
	expect(record!.cardsHiddenAt).toBeInstanceOf(Date);

	await hide(false);
	expect(await texts()).toEqual(['Noch mehr Quatsch', 'Quatsch', 'Radwege', 'Unsinn']);
	const after = await board();
	for (const id of ids) expect(after.byId.get(id)).toEqual(before.byId.get(id));
	expect((await lead()).cards.find(({ text }) => text === 'Noch mehr Quatsch')).toMatchObject({ late: true });
});

test('cards of a hidden guest stay back at the reveal and when an earlier state is brought back', async () => {
	await collecting();
	await send(ada, 'Radwege');
	await send(ben, 'Quatsch');
	expect((await lead()).cardCount).toBe(2);
	await hide(true);
	expect((await lead()).cardCount).toBe(1);
	await house.done(revealCards, house.facilitator, { sessionId });
	expect(await texts()).toEqual(['Radwege']);
	await hide(false);
	expect(await texts()).toEqual(['Quatsch', 'Radwege']);
	const { checkpointId } = await house.done(createCheckpoint, house.facilitator, { boardId, name: 'Mit allen' });
	await hide(true);
	const past = async () => (await readPastBoard(database, boardId, checkpointId)).elements.map(({ text }) => text);
	expect(await past()).toContain('Radwege');
	expect(await past()).not.toContain('Quatsch');
	await house.done(restoreCheckpoint, house.facilitator, { boardId, checkpointId });
	expect(await texts()).toEqual(['Radwege']);
	expect((await board()).elements.map(({ text }) => text)).not.toContain('Quatsch');
	await hide(false);
	expect(await texts()).toEqual(['Quatsch', 'Radwege']);
	expect(await past()).toContain('Quatsch');
});

test('a name and a diagnosis on a card: blackened it is gone from the board, its history and what is exported', async () => {
	await collecting();
	const words = 'Erika Mustermann hat Demenz';
	const { elementId } = await send(ada, words);
	const other = await send(ben, 'Radwege');
	await house.done(revealCards, house.facilitator, { sessionId });
	await house.done(createCheckpoint, house.facilitator, { boardId, name: 'Nach dem Aufdecken' });
	await goTo('cluster');
	const ids = [elementId, other.elementId];
	const { clusterId } = await house.done(groupCards, ada, { sessionId, elementIds: ids, title: 'Gesundheit' });
	await goTo('weigh');
	const question = 'Was zuerst?';
	const params = { dots: 1, maxPerOption: 1 };
	await house.done(openRound, house.facilitator, { sessionId, question, elementIds: [elementId, clusterId], params });

	expect(await house.run(blackenCard, ada, { sessionId, elementId })).toMatchObject({
		problem: { code: 'right.missing' }
	});
	await house.done(blackenCard, house.facilitator, { sessionId, elementId });
	expect(await texts()).toEqual(['Radwege', '[geschwärzt]']);
	expect((await board()).byId.get(elementId)).toMatchObject({ text: '[geschwärzt]', parent: clusterId });

	const { db } = database;
	const tables = [documentUpdates, documentSnapshots, documentBases, documentCheckpoints];
	for (const table of tables) {
		const rows = await db.select({ bytes: table.bytes }).from(table);
		for (const { bytes } of rows) expect(Buffer.from(bytes ?? []).toString('latin1')).not.toMatch(/Mustermann|Demenz/);
	}
	for (const table of [cards, candidates, textVersions, roundOptions, auditEvents])
		expect(JSON.stringify(await db.select().from(table))).not.toMatch(/Mustermann|Demenz/);
	for (const view of ['lead', 'participant', 'projector'] as const)
		expect(JSON.stringify(await live.stateFor(house.tenantId, sessionId, view))).not.toMatch(/Mustermann|Demenz/);
	const [row] = await db.select().from(cards).where(eq(cards.elementId, elementId));
	expect(row!.blackenedAt).toBeInstanceOf(Date);
	const kinds = (await listCheckpoints(db, Object.values(boardDocuments(boardId)))).map(({ kind }) => kind);
	expect(kinds).toEqual(['erasure']);
});

test('what a table without a device says is typed by the facilitator, hidden like the others, and keeps its origin', async () => {
	await collecting();
	await send(house.facilitator, 'Dorfladen', { onBehalfOf: ' Tisch 3 ' });
	expect(await house.run(submitCard, ada, { sessionId, text: 'Ich bin es', onBehalfOf: 'Tisch 4' })).toMatchObject({
		problem: { code: 'right.missing' }
	});
	const { cardCount, cards: shown } = await lead();
	expect([cardCount, shown]).toEqual([1, []]);
	await house.done(revealCards, house.facilitator, { sessionId });
	expect((await lead()).cards).toMatchObject([{ text: 'Dorfladen', by: 'Tisch 3', late: false }]);
	for (const view of ['participant', 'projector'] as const)
		expect(JSON.stringify(await live.stateFor(house.tenantId, sessionId, view))).not.toContain('Tisch 3');
});

test('a card that was sent twice is one card, and a late one for a group that is gone lies with the unsorted', async () => {
	await collecting();
	const once = { sessionId, text: 'Zweimal gesendet' };
	const answers = [];
	for (let time = 0; time < 2; time++) answers.push(await execute(house.around, submitCard, ada, once, 'one key'));
	expect(answers[1]).toEqual(answers[0]);
	await house.done(revealCards, house.facilitator, { sessionId });
	await goTo('cluster');
	const elementIds = (await lead()).cards.map(({ elementId }) => elementId);
	expect(elementIds).toHaveLength(1);
	const { clusterId } = await house.done(groupCards, ada, { sessionId, elementIds, title: 'Eins' });
	await send(ben, 'Dazu', { clusterId });
	await send(ben, 'Ins Leere', { clusterId: 'abcdefghijkl' });
	expect((await lead()).cards.map(({ text, clusterId: group, late }) => [text, group, late])).toEqual(
		expect.arrayContaining([
			['Dazu', clusterId, true],
			['Ins Leere', null, true]
		])
	);
	const onBoard = (await board()).elements.filter(({ type, layer }) => type === 'note' && layer === 'cards');
	expect(
		onBoard
			.filter(({ late }) => late)
			.map(({ text }) => text)
			.sort()
	).toEqual(['Dazu', 'Ins Leere']);
});
