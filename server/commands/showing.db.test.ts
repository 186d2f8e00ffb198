import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { House } from '../../tests/support/house.ts';
import { comeIn, openLiveHouse } from '../../tests/support/live-house.ts';
import { listSteps } from '../db/repositories/sessions.ts';
import type { OpenDatabase } from '../db/client.ts';
import { BoardContent } from '../live/board-content.ts';
import type { LiveSessions } from '../live/live-sessions.ts';
import { callEverybody } from './call-everybody.ts';
import { basisOf, changeAgenda } from './change-agenda.ts';
import { createSession } from './create-session.ts';
import { hideCards } from './hide-cards.ts';
import { moveStep } from './move-step.ts';
import { revealCards } from './reveal-cards.ts';
import { showLarge } from './show-large.ts';
import { submitCard } from './submit-card.ts';

let database: OpenDatabase;
let house: House;
let live: LiveSessions;
let sessionId: string;
let boardId: string;
let close: () => Promise<void>;
beforeAll(async () => void ({ database, house, live, close } = await openLiveHouse()));
afterAll(() => close());
beforeEach(async () => {
	const asked = { processId: house.processId, title: 'Runde', template: 'potential-workshop' };
	({ sessionId, boardId } = await house.done(createSession, house.facilitator, asked));
});

const goOn = () => house.done(moveStep, house.facilitator, { sessionId, to: 'next' });
const projector = () => live.stateFor(house.tenantId, sessionId, 'projector');
const stepsNow = () => listSteps(database.db, house.tenantId, sessionId);

async function revealed() {
	const { guest, participantId } = await comeIn(house, sessionId, 'Ada Lindner');
	await goOn();
	await goOn();
	const { elementId } = await house.done(submitCard, guest, { sessionId, text: 'Mehr Radwege' });
	await house.done(revealCards, house.facilitator, { sessionId });
	return { guest, participantId, elementId };
}

test('one card is shown large until the facilitator takes it down or goes on', async () => {
	const { guest, elementId } = await revealed();
	const show = (id: string | null) => house.done(showLarge, house.facilitator, { sessionId, elementId: id });
	await show(elementId);
	expect((await projector()).spotlight).toEqual({ elementId, text: 'Mehr Radwege' });
	await show(null);
	expect((await projector()).spotlight).toBeNull();
	await show(elementId);
	await goOn();
	expect((await projector()).spotlight).toBeNull();
	expect(await house.run(showLarge, guest, { sessionId, elementId })).toMatchObject({
		problem: { code: 'right.missing' }
	});
});

test('a card whose author was hidden is no longer shown large', async () => {
	const { participantId, elementId } = await revealed();
	await house.done(showLarge, house.facilitator, { sessionId, elementId });
	await house.done(hideCards, house.facilitator, { sessionId, participantId, hidden: true });
	expect((await projector()).spotlight).toBeNull();
});

test('a call reaches every phone with its moment, so that it is heard once', async () => {
	const state = () => live.stateFor(house.tenantId, sessionId, 'participant');
	expect((await state()).calledAt).toBeNull();
	const { calledAt } = await house.done(callEverybody, house.facilitator, { sessionId });
	expect((await state()).calledAt).toBe(calledAt);
});

test('in an anonymous step not even the facilitator is sent who wrote what, and that promise stays', async () => {
	const change = async (anonymous: boolean) => {
		const present = await stepsNow();
		const steps = present.map((step) => (step.kind === 'collect' ? { ...step, anonymous } : step));
		return house.done(changeAgenda, house.facilitator, { sessionId, basis: basisOf(present), steps });
	};
	await change(true);
	const { participantId, guest } = await revealed();
	const lead = () => live.stateFor(house.tenantId, sessionId, 'lead');
	expect((await lead()).cards).toMatchObject([{ text: 'Mehr Radwege', by: '' }]);
	await goOn();
	await house.done(submitCard, guest, { sessionId, text: 'Nachgereicht' });
	const { cards, people } = await lead();
	expect(cards.map(({ by }) => by)).toEqual(['', '']);
	expect(people.find((one) => one.participantId === participantId)?.cards).toBe(0);
	const board = await new BoardContent(database.db).read(boardId);
	expect(board.elements.filter(({ by }) => by === participantId)).toEqual([]);
	await change(false);
	expect((await stepsNow()).find(({ kind }) => kind === 'collect')?.anonymous).toBe(true);
	expect((await lead()).cards.map(({ by }) => by)).toEqual(['', '']);
});
