import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { House, TestActor } from '../../tests/support/house.ts';
import { comeIn, openLiveHouse } from '../../tests/support/live-house.ts';
import type { OpenDatabase } from '../db/client.ts';
import { auditEvents } from '../db/schema/audit.ts';
import type { LiveSessions } from '../live/live-sessions.ts';
import { watchAs } from '../live/watching.ts';
import { createSession } from './create-session.ts';
import { endSession, moveStep } from './move-step.ts';
import { nameCoFacilitator } from './name-co-facilitator.ts';
import { setEntrance } from './set-entrance.ts';
import { takeOverSession } from './take-over-session.ts';

let database: OpenDatabase;
let house: House;
let live: LiveSessions;
let sessionId: string;

let close: () => Promise<void>;
beforeAll(async () => void ({ database, house, live, close } = await openLiveHouse()));
afterAll(() => close());
beforeEach(async () => {
	const { done, facilitator, processId } = house;
	const asked = { processId, title: 'Runde', template: 'potential-workshop' };
	({ sessionId } = await done(createSession, facilitator, asked));
});

const comes = (name: string) => comeIn(house, sessionId, name);
const lead = () => live.stateFor(house.tenantId, sessionId, 'lead');
const leaders = async () => (await lead()).people.filter(({ role }) => role === 'facilitator').map(({ name }) => name);
const names = (participantId: string, may: boolean, by = house.facilitator) =>
	house.run(nameCoFacilitator, by, { sessionId, participantId, may });
const takesOver = (actor: TestActor) => house.run(takeOverSession, actor, { sessionId });

test('a named participant takes over, and whoever led before goes on leading', async () => {
	const { guest, participantId } = await comes('Ada');
	expect(await takesOver(guest)).toMatchObject({ problem: { code: 'right.missing' } });
	expect(await names(participantId, true, guest)).toMatchObject({ problem: { code: 'right.missing' } });
	expect(await names(participantId, true)).toMatchObject({ ok: true });
	expect((await lead()).coFacilitators).toEqual([participantId]);
	await house.done(moveStep, house.facilitator, { sessionId, to: 'next' });
	const before = await lead();
	expect(await takesOver(guest)).toMatchObject({ ok: true, value: { participantId } });
	expect(await takesOver(guest)).toMatchObject({ ok: true, value: { participantId } });
	const after = await lead();
	expect([after.currentStepId, after.timer]).toEqual([before.currentStepId, before.timer]);
	expect(await leaders()).toEqual(['member', 'Ada']);
	await house.done(moveStep, guest, { sessionId, to: 'next' });
	await house.done(moveStep, house.facilitator, { sessionId, to: 'back' });
	expect(
		await watchAs(database.db, { view: 'lead', personId: guest.personId, tenantId: house.tenantId }, sessionId)
	).toBe('allowed');
});

test('co-facilitation ends, and she takes part again as before; who made the session leads for good', async () => {
	const { guest, participantId } = await comes('Ada');
	await names(participantId, true);
	await takesOver(guest);
	const [creator] = (await lead()).people;
	expect(await names(creator!.participantId, false, guest)).toMatchObject({ problem: { code: 'thing.not-found' } });
	expect(await names(participantId, false)).toMatchObject({ ok: true });
	expect(await leaders()).toEqual(['member']);
	expect(await house.run(moveStep, guest, { sessionId, to: 'next' })).toMatchObject({
		problem: { code: 'right.missing' }
	});
	expect(await takesOver(guest)).toMatchObject({ problem: { code: 'right.missing' } });
});

test('a lead of the process takes over a session in which she does not take part; other members do not', async () => {
	const { sessionId: other } = await house.done(createSession, house.steering, {
		processId: house.processId,
		title: 'Andere Runde',
		template: 'potential-workshop'
	});
	sessionId = other;
	expect(await takesOver(house.member)).toMatchObject({ problem: { code: 'right.missing' } });
	expect(await takesOver(house.facilitator)).toMatchObject({ ok: true });
	expect(await leaders()).toEqual(['steering', 'member']);
	await house.done(moveStep, house.facilitator, { sessionId, to: 'next' });
});

test('who waits at the door cannot be named, and after the end nobody takes over', async () => {
	await house.done(setEntrance, house.facilitator, { sessionId, entrance: 'waiting-room' });
	const ben = await comes('Ben');
	expect(await names(ben.participantId, true)).toMatchObject({ problem: { code: 'thing.not-found' } });
	await house.done(endSession, house.facilitator, { sessionId });
	expect(await takesOver(house.facilitator)).toMatchObject({ problem: { code: 'session.closed' } });
});

test('each act is in the audit log, without a name', async () => {
	const { guest, participantId } = await comes('Ada');
	await names(participantId, true);
	await takesOver(guest);
	const lines = (await database.db.select().from(auditEvents)).filter(({ entityId }) => entityId === sessionId);
	expect(lines.map(({ command }) => command)).toEqual(
		expect.arrayContaining(['name-co-facilitator', 'take-over-session'])
	);
	expect(JSON.stringify(lines)).not.toMatch(/\bAda\b/);
});
