import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { SessionState } from '#protocol/session-state.ts';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, holdWorkshop, type House } from '../../tests/support/house.ts';
import { createSession } from '../commands/create-session.ts';
import { moveStep } from '../commands/move-step.ts';
import type { OpenDatabase } from '../db/client.ts';
import { LiveSessions } from './live-sessions.ts';

let database: OpenDatabase;
let house: House;
let live: LiveSessions;
beforeAll(async () => {
	database = await openOwnTestDatabase();
	house = await furnish(database.db);
});
afterEach(() => live.close());
afterAll(() => database.close());

async function screenOf(sessionId: string) {
	live = new LiveSessions(database.db, house.around.clock, pino({ level: 'silent' }));
	const states: SessionState[] = [];
	const { tenantId, facilitator } = house;
	const leave = await live.watch(sessionId, {
		view: 'lead',
		tenantId,
		personId: facilitator.personId,
		participantId: 'screen',
		signedIn: async () => true,
		send: (state) => states.push(JSON.parse(state) as SessionState),
		end: () => undefined
	});
	await expect.poll(() => states.length).toBe(2);
	return { states, leave };
}

describe('the open screens of a session', () => {
	test('what people do on its board appears on them, many small changes together', async () => {
		const { sessionId, boardId } = await holdWorkshop(house, ['Mehr Radwege']);
		const { states } = await screenOf(sessionId);
		for (let at = 0; at < 5; at++) live.documentChanged(`board:${boardId}:cards`);
		await expect.poll(() => states.length).toBe(3);
		expect(states[2]!.seq).toBeGreaterThan(states[1]!.seq);
		expect(states[2]!.cards.map(({ text }) => text)).toEqual(['Mehr Radwege']);
	});

	test('whoever comes in the same moment shares one look at the session', async () => {
		const { sessionId } = await holdWorkshop(house, ['Mehr Radwege']);
		live = new LiveSessions(database.db, house.around.clock, pino({ level: 'silent' }));
		const { tenantId } = house;
		const views = ['lead', 'participant', 'projector', 'participant'] as const;
		const states = await Promise.all(views.map((view) => live.stateFor(tenantId, sessionId, view)));
		expect(states.map(({ view }) => view)).toEqual(views);
		expect(new Set(states.map(({ seq }) => seq)).size).toBe(1);
		const [lead, phone] = states;
		expect(lead!.cards[0]).toHaveProperty('by');
		expect(phone!.cards[0]).not.toHaveProperty('by');
	});

	test('a step that begins asks nobody again for the right to her screen, a change of rights does', async () => {
		const { sessionId } = await holdWorkshop(house, ['Mehr Radwege']);
		await screenOf(sessionId);
		let asked = 0;
		const { tenantId, facilitator } = house;
		await live.watch(sessionId, {
			view: 'lead',
			tenantId,
			personId: facilitator.personId,
			participantId: 'another screen',
			signedIn: async () => ++asked > 0,
			send: () => undefined,
			end: () => undefined
		});
		await live.recheck({ documentPrefix: 'board:' });
		expect(asked).toBe(0);
		await live.recheck({ personId: facilitator.personId });
		await live.recheck({});
		expect(asked).toBe(2);
	});

	test('the board of another session and other texts do not disturb', async () => {
		const { sessionId } = await holdWorkshop(house, ['Mehr Radwege']);
		const other = await holdWorkshop(house, ['Mehr Busse']);
		const { states } = await screenOf(sessionId);
		for (const name of [`board:${other.boardId}:cards`, `text:${other.boardId}`, 'nonsense'])
			live.documentChanged(name);
		await new Promise((later) => setTimeout(later, 600));
		expect(states).toHaveLength(2);
	});

	test('when the last screen is closed, nobody is told any more', async () => {
		const { sessionId, boardId } = await holdWorkshop(house, ['Mehr Radwege']);
		const { states, leave } = await screenOf(sessionId);
		leave();
		live.documentChanged(`board:${boardId}:cards`);
		await new Promise((later) => setTimeout(later, 600));
		expect(states).toHaveLength(2);
	});

	test('while people talk, the locked cards of the step’s area are on them, and in no other step', async () => {
		const { sessionId } = await house.done(createSession, house.facilitator, {
			processId: house.processId,
			title: 'Standortbestimmung',
			template: 'then-and-now'
		});
		const impulses = async () => {
			const { states } = await screenOf(sessionId);
			live.close();
			return states.at(-1)!.impulses.map(({ text }) => text);
		};
		await house.done(moveStep, house.facilitator, { sessionId, to: 'next' });
		expect(await impulses()).toEqual([]);
		await house.done(moveStep, house.facilitator, { sessionId, to: 'next' });
		const pairs = await impulses();
		expect(pairs).toHaveLength(10);
		expect(pairs[0]).toBe('Steuerung über Produkte → Steuerung über (Nachhaltigkeits-)Ziele');
		await house.done(moveStep, house.facilitator, { sessionId, to: 'next' });
		expect(await impulses()).toEqual([]);
	});

	test('the facilitator’s question stands where people write first, the other steps keep their own', async () => {
		const question = 'Wo stehen wir in Helmstedt?';
		const { sessionId } = await house.done(createSession, house.facilitator, {
			processId: house.processId,
			title: 'Standortbestimmung',
			question,
			template: 'then-and-now'
		});
		const { states } = await screenOf(sessionId);
		const asked = states.at(-1)!.steps.filter(({ kind }) => kind === 'collect');
		expect(asked.map(({ prompt }) => prompt)).toEqual([question, 'Wo wollen wir hin? Ein Gedanke je Karte.']);
	});
});
