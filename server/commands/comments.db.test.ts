import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commentLimits } from '#domain/comments/comment.ts';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, holdWorkshop, type House, type TestActor } from '../../tests/support/house.ts';
import type { OpenDatabase } from '../db/client.ts';
import { findBoard } from '../db/repositories/boards.ts';
import { findSession } from '../db/repositories/sessions.ts';
import { commentAnswers } from '../db/schema/comments.ts';
import { boards } from '../db/schema/processes.ts';
import { agendaSteps, participants } from '../db/schema/sessions.ts';
import { newId } from '../ids.ts';
import { readBoardNow } from '../live/board-content.ts';
import { readSignature, readThread } from '../web/threads.ts';
import { answerThread } from './answer-thread.ts';
import { erasePerson } from './erase-person.ts';
import { hideCards } from './hide-cards.ts';
import { joinSession } from './join-session.ts';
import { muteParticipant } from './mute-participant.ts';
import { removeAnswer } from './remove-answer.ts';
import { settleThread } from './settle-thread.ts';
import { startThread } from './start-thread.ts';

let database: OpenDatabase;
let house: House;
beforeAll(async () => {
	database = await openOwnTestDatabase();
	house = await furnish(database.db);
});
afterAll(() => database.close());

/** Says of the step in which the cards of a session were collected whether nobody is to know who wrote what. */
async function promise(sessionId: string, anonymous: boolean) {
	await database.db
		.update(agendaSteps)
		.set({ anonymous })
		.where(and(eq(agendaSteps.sessionId, sessionId), eq(agendaSteps.kind, 'collect')));
}

/** A board with a card, a guest, and a thread that she has begun on the card. */
async function commented() {
	const { sessionId, boardId, elementIds } = await holdWorkshop(house, ['Radwege']);
	const session = await findSession(database.db, house.tenantId, sessionId);
	const came = { code: session!.code, name: 'Gast Dora', group: 'politics' };
	const { person } = await house.done(joinSession, { kind: 'anonymous' }, came);
	const dora: TestActor = { kind: 'person', personId: person.personId, tenantId: house.tenantId, role: 'guest' };
	const input = { boardId, on: elementIds[0], text: ' Bis wohin? ' };
	const elementId = (await house.done(startThread, dora, input)).elementId!;
	const pin = async () => (await readBoardNow(database.db, boardId)).byId.get(elementId);
	const thread = async (actor: TestActor) => {
		const board = (await findBoard(database.db, house.tenantId, boardId))!;
		const at = { tenantId: house.tenantId, processId: board.processId, sessionId };
		return (await readThread(database.db, actor, { board, at, elementId }))!;
	};
	return { sessionId, boardId, on: elementIds[0]!, dora, elementId, pin, thread };
}

describe('a thread of comments', () => {
	test('has its pin on the board, which counts the answers and knows no words and no names', async () => {
		const { boardId, on, elementId, pin, thread, dora } = await commented();
		expect(await pin()).toMatchObject({ type: 'comment', on, answers: 1, text: '' });
		await house.done(answerThread, house.facilitator, { boardId, elementId, text: 'Bis zur Grenze.' });
		expect(await pin()).toMatchObject({ answers: 2 });
		expect(JSON.stringify(await pin())).not.toMatch(/\bwohin\b|Grenze|\bDora\b/);
		const { answers } = await thread(dora);
		expect(answers.map(({ name, text, mayRemove }) => [name, text, mayRemove])).toEqual([
			['Gast Dora', 'Bis wohin?', true],
			['member', 'Bis zur Grenze.', false]
		]);
	});

	test('is one for each element: what is said later goes on with it and opens it again', async () => {
		const { boardId, on, elementId, pin } = await commented();
		await house.done(settleThread, house.facilitator, { boardId, elementId, settled: true });
		expect(await pin()).toMatchObject({ settled: true });
		const more = { boardId, elementId, text: 'Doch nicht' };
		expect(await house.run(answerThread, house.facilitator, more)).toMatchObject({
			problem: { code: 'comment.settled' }
		});
		const again = await house.done(startThread, house.facilitator, { boardId, on, text: 'Noch etwas' });
		expect(again.elementId).toBe(elementId);
		expect(await pin()).toMatchObject({ answers: 2 });
		expect((await pin())?.settled).toBeUndefined();
	});

	test('is read by who reads the board and written by who takes part, as long as the board is open', async () => {
		const { sessionId, boardId, elementId, dora, thread } = await commented();
		const say = (actor: TestActor) => house.run(answerThread, actor, { boardId, elementId, text: 'Ja' });
		expect(await say(house.member)).toMatchObject({ problem: { code: 'right.missing' } });
		expect(await say(house.steering)).toMatchObject({ problem: { code: 'right.missing' } });
		expect((await thread(house.steering)).mayComment).toBe(false);
		const [place] = await database.db.select().from(participants).where(eq(participants.personId, dora.personId));
		await house.done(muteParticipant, house.facilitator, { sessionId, participantId: place!.id, muted: true });
		expect(await say(dora)).toMatchObject({ problem: { code: 'right.missing' } });
		await database.db.update(boards).set({ state: 'frozen' }).where(eq(boards.id, boardId));
		expect(await say(house.facilitator)).toMatchObject({ problem: { code: 'document.frozen' } });
		expect((await thread(house.facilitator)).mayComment).toBe(false);
	});

	test('takes words, not nothing and not a treatise', async () => {
		const { boardId, elementId } = await commented();
		const say = (text: string) => house.run(answerThread, house.facilitator, { boardId, elementId, text });
		expect(await say(' \n ')).toMatchObject({ problem: { code: 'comment.empty' } });
		expect(await say('x'.repeat(commentLimits.text + 1))).toMatchObject({ problem: { code: 'input.too-long' } });
		expect(await house.run(startThread, house.facilitator, { boardId, on: 'gone', text: 'Hier' })).toMatchObject({
			problem: { code: 'board.element-missing' }
		});
	});

	test('loses an answer to who wrote it and to who leads, and to nobody else', async () => {
		const { boardId, elementId, dora, thread, pin } = await commented();
		const { answerId } = await house.done(answerThread, house.facilitator, { boardId, elementId, text: 'Nein' });
		const remove = (actor: TestActor, id: string) =>
			house.run(removeAnswer, actor, { boardId, elementId, answerId: id });
		expect(await remove(dora, answerId)).toMatchObject({ problem: { code: 'right.missing' } });
		const [first] = (await thread(dora)).answers;
		expect(await remove(house.facilitator, first!.id)).toMatchObject({ ok: true });
		expect((await thread(dora)).answers.map(({ text }) => text)).toEqual([null, 'Nein']);
		expect(await pin()).toMatchObject({ answers: 1 });
		const [row] = await database.db.select().from(commentAnswers).where(eq(commentAnswers.id, first!.id));
		expect(row?.text).toBe('');
	});

	test('keeps back what somebody has said whose cards are hidden, and gives it back with them', async () => {
		const { sessionId, boardId, elementId, dora, thread, pin } = await commented();
		const [place] = await database.db.select().from(participants).where(eq(participants.personId, dora.personId));
		const hide = (hidden: boolean) =>
			house.done(hideCards, house.facilitator, { sessionId, participantId: place!.id, hidden });
		await house.done(answerThread, house.facilitator, { boardId, elementId, text: 'Bis zur Grenze.' });
		await hide(true);
		await house.run(answerThread, dora, { boardId, elementId, text: 'Noch etwas' });
		expect((await thread(house.facilitator)).answers).toMatchObject([{ text: 'Bis zur Grenze.' }]);
		expect(await pin()).toMatchObject({ answers: 1 });
		expect((await thread(dora)).answers).toHaveLength(3);
		await hide(false);
		expect((await thread(house.facilitator)).answers).toHaveLength(3);
		expect(await pin()).toMatchObject({ answers: 3 });
	});

	test('goes with the cards of somebody who alone has spoken in it, also where she begins it while they are hidden', async () => {
		const { sessionId, boardId, dora, pin } = await commented();
		const [place] = await database.db.select().from(participants).where(eq(participants.personId, dora.personId));
		const hide = (hidden: boolean) =>
			house.done(hideCards, house.facilitator, { sessionId, participantId: place!.id, hidden });
		const pins = async () => {
			const { elements } = await readBoardNow(database.db, boardId);
			return elements.filter(({ type }) => type === 'comment').length;
		};
		await hide(true);
		expect((await pin())?.deleted).toMatchObject({ why: 'hidden' });
		await house.done(startThread, dora, { boardId, on: null, text: 'Und hier?' });
		expect(await pins()).toBe(0);
		await hide(false);
		expect(await pins()).toBe(2);
		expect(await pin()).toMatchObject({ answers: 1 });
	});

	test('forgets what an erased person has said, and who she was', async () => {
		const { dora, thread, pin } = await commented();
		const admin: TestActor = { ...house.steering, role: 'admin', personId: newId() };
		await house.done(erasePerson, admin, { personId: dora.personId });
		expect((await thread(house.facilitator)).answers).toMatchObject([{ name: '', text: null }]);
		expect(await pin()).toMatchObject({ answers: 0 });
	});
});

describe('in an anonymous step', () => {
	test('nobody is sent who has commented, neither by the thread nor by its pin, and that promise stays', async () => {
		const { sessionId, boardId, elementId, dora, pin, thread } = await commented();
		expect((await pin())?.by).toBe('nobody');
		await promise(sessionId, true);
		await house.done(answerThread, dora, { boardId, elementId, text: 'Ganz ehrlich', unsigned: true });
		await house.done(answerThread, house.facilitator, { boardId, elementId, text: 'Danke' });
		const names = async (actor: TestActor) =>
			(await thread(actor)).answers.map(({ name, unsigned }) => [name, unsigned]);
		const seen = [
			['Gast Dora', false],
			['', true],
			['member', false]
		];
		for (const actor of [dora, house.facilitator, house.steering]) expect(await names(actor)).toEqual(seen);
		await promise(sessionId, false);
		expect(await names(house.facilitator)).toEqual(seen);
	});

	test('she is told beforehand, and nothing is said under her name that she believed to be without it', async () => {
		const { sessionId, boardId, elementId, dora, thread } = await commented();
		const at = { tenantId: house.tenantId, processId: house.processId, sessionId };
		const unsigned = async (actor: TestActor) => (await readSignature(database.db, actor, at)).unsigned;
		expect(await unsigned(dora)).toBe(false);
		await promise(sessionId, true);
		expect(await unsigned(dora)).toBe(true);
		expect((await thread(dora)).unsigned).toBe(true);
		expect(await unsigned(house.facilitator)).toBe(false);
		await promise(sessionId, false);
		const late = { boardId, text: 'Ganz ehrlich', unsigned: true };
		const refused = { problem: { code: 'comment.signed-now' } };
		expect(await house.run(answerThread, dora, { ...late, elementId })).toMatchObject(refused);
		expect(await house.run(startThread, dora, { ...late, on: null })).toMatchObject(refused);
		expect((await thread(dora)).answers).toHaveLength(1);
	});
});
