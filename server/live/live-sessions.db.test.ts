import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { SessionState } from '#protocol/session-state.ts';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, holdWorkshop, type House } from '../../tests/support/house.ts';
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
});
