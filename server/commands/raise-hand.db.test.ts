import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { LeadState } from '#protocol/session-state.ts';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, type House, type TestActor } from '../../tests/support/house.ts';
import type { OpenDatabase } from '../db/client.ts';
import { findSession } from '../db/repositories/sessions.ts';
import { LiveSessions } from '../live/live-sessions.ts';
import { createSession } from './create-session.ts';
import { joinSession } from './join-session.ts';
import { endSession, moveStep } from './move-step.ts';
import { lowerHand, raiseHand } from './raise-hand.ts';
import { removeParticipant } from './remove-participant.ts';

let database: OpenDatabase;
let house: House;
let live: LiveSessions;
let sessionId: string;
let ada: TestActor, ben: TestActor, cem: TestActor;

beforeAll(async () => {
	database = await openOwnTestDatabase();
	house = await furnish(database.db);
	live = new LiveSessions(database.db, house.around.clock, pino({ level: 'silent' }));
});
afterAll(async () => {
	live.close();
	await database.close();
});

async function workshop(): Promise<void> {
	const { done, facilitator, tenantId, processId } = house;
	({ sessionId } = await done(createSession, facilitator, {
		processId,
		title: 'Runde',
		template: 'potential-workshop'
	}));
	const { code } = (await findSession(database.db, tenantId, sessionId))!;
	const joins = async (name: string): Promise<TestActor> => {
		const { person } = await done(joinSession, { kind: 'anonymous' }, { code, name, group: 'politics' });
		return { kind: 'person', personId: person.personId, tenantId, role: 'guest' };
	};
	[ada, ben, cem] = [await joins('Ada'), await joins('Ben'), await joins('Cem')];
}
beforeAll(workshop);
afterEach(async () => {
	for (const guest of [ada, ben, cem]) await house.run(raiseHand, guest, { sessionId, raised: false });
});

const hand = (guest: TestActor, raised = true) => house.run(raiseHand, guest, { sessionId, raised });
const lead = async () => (await live.stateFor(house.tenantId, sessionId, 'lead')) as LeadState;

async function queue(): Promise<(string | undefined)[]> {
	const { hands, people } = await lead();
	return hands.map((id) => people.find(({ participantId }) => participantId === id)?.name);
}

const idOf = async (name: string) => (await lead()).people.find((person) => person.name === name)!.participantId;

test('hands are called in the order in which they went up, and raising one twice loses no place', async () => {
	for (const guest of [ben, ada, ben, cem]) expect(await hand(guest)).toMatchObject({ ok: true });
	expect(await queue()).toEqual(['Ben', 'Ada', 'Cem']);
	await hand(ada, false);
	expect(await queue()).toEqual(['Ben', 'Cem']);
	await hand(ada);
	expect(await queue()).toEqual(['Ben', 'Cem', 'Ada']);
});

test('the facilitator takes down the hand of who has spoken, and only she does', async () => {
	for (const guest of [ada, ben]) await hand(guest);
	const participantId = await idOf('Ada');
	expect(await house.run(lowerHand, ben, { sessionId, participantId })).toMatchObject({ ok: false });
	expect(await house.run(lowerHand, house.facilitator, { sessionId, participantId })).toMatchObject({ ok: true });
	expect(await queue()).toEqual(['Ben']);
	const nobody = { sessionId, participantId: sessionId };
	expect(await house.run(lowerHand, house.facilitator, nobody)).toMatchObject({
		problem: { code: 'thing.not-found', kind: 'participant' }
	});
});

test('a hand stays up over the next step', async () => {
	await hand(cem);
	await house.done(moveStep, house.facilitator, { sessionId, to: 'next' });
	expect(await queue()).toEqual(['Cem']);
});

test('the queue holds no names, and neither projector nor phone can tell whose hands are up', async () => {
	await hand(ada);
	for (const view of ['projector', 'participant'] as const) {
		const state = await live.stateFor(house.tenantId, sessionId, view);
		expect(state.hands).toEqual([await idOf('Ada')]);
		expect(JSON.stringify(state)).not.toContain('Ada');
	}
});

test('who is removed does not wait any longer, and after the end nobody asks to speak', async () => {
	for (const guest of [ada, ben]) await hand(guest);
	const participantId = await idOf('Ada');
	await house.done(removeParticipant, house.facilitator, { sessionId, participantId });
	expect(await queue()).toEqual(['Ben']);
	await house.done(endSession, house.facilitator, { sessionId });
	expect(await hand(cem)).toMatchObject({ ok: false, problem: { code: 'session.closed' } });
});
