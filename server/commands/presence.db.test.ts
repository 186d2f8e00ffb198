import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { House, TestActor } from '../../tests/support/house.ts';
import { comeIn, openLiveHouse } from '../../tests/support/live-house.ts';
import type { OpenDatabase } from '../db/client.ts';
import { listAttendance } from '../db/repositories/attendances.ts';
import { listSteps } from '../db/repositories/sessions.ts';
import { attendances } from '../db/schema/attendances.ts';
import type { LiveSessions } from '../live/live-sessions.ts';
import { admitParticipants } from './admit-participants.ts';
import { createSession } from './create-session.ts';
import { endSession, moveStep } from './move-step.ts';
import { openRound } from './open-round.ts';
import { raiseHand } from './raise-hand.ts';
import { removeParticipant } from './remove-participant.ts';
import { revealCards } from './reveal-cards.ts';
import { setEntrance } from './set-entrance.ts';
import { setPresence } from './set-presence.ts';
import { submitCard } from './submit-card.ts';

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

const comes = (name: string, actor?: TestActor) => comeIn(house, sessionId, name, actor);
const says = (guest: TestActor, here: boolean) => house.done(setPresence, guest, { sessionId, here });
const lead = () => live.stateFor(house.tenantId, sessionId, 'lead');
const stays = async () =>
	(await listAttendance(database.db, house.tenantId, sessionId)).map(
		({ name, cameAt, leftAt }) =>
			`${name} ${cameAt < (leftAt ?? new Date('2027-01-01')) ? '' : '?'}${leftAt ? 'left' : 'there'}`
	);

test('who joins is there, also with a sleeping phone; who says so is away, and back again', async () => {
	const ada = await comes('Ada');
	expect(await lead()).toMatchObject({ present: 1, away: [], people: [{}, { present: true, connected: false }] });
	await house.done(raiseHand, ada.guest, { sessionId, raised: true });
	await says(ada.guest, false);
	await says(ada.guest, false);
	expect(await lead()).toMatchObject({ present: 0, away: [ada.participantId], hands: [] });
	expect(await stays()).toEqual(['Ada left']);
	await says(ada.guest, true);
	await says(ada.guest, true);
	expect(await lead()).toMatchObject({ present: 1, away: [] });
	expect(await stays()).toEqual(['Ada left', 'Ada there']);
});

test('who comes back by the door is there again', async () => {
	const { guest } = await comes('Ada');
	await says(guest, false);
	await comes('Ada', guest);
	expect(await stays()).toEqual(['Ada left', 'Ada there']);
});

test('who waits at the door is not there before she is let in', async () => {
	await house.done(setEntrance, house.facilitator, { sessionId, entrance: 'waiting-room' });
	const { participantId } = await comes('Ada');
	expect(await stays()).toEqual([]);
	await house.done(admitParticipants, house.facilitator, { sessionId, participantIds: [participantId] });
	expect(await stays()).toEqual(['Ada there']);
});

test('the end and a removal end the stays; the facilitator is there from the start on', async () => {
	const ada = await comes('Ada');
	await comes('Ben');
	await house.done(removeParticipant, house.facilitator, { sessionId, participantId: ada.participantId });
	expect(await stays()).toEqual(['Ada left', 'Ben there']);
	await house.done(moveStep, house.facilitator, { sessionId, to: 'next' });
	expect(await stays()).toEqual(['Ada left', 'Ben there', 'member there']);
	await house.done(endSession, house.facilitator, { sessionId });
	expect(await stays()).toEqual(['Ada left', 'Ben left', 'member left']);
	expect(await house.run(setPresence, ada.guest, { sessionId, here: true })).toMatchObject({ ok: false });
});

test('participants of a time before stays were recorded count as there since they joined', async () => {
	const { guest, participantId } = await comes('Ada');
	const forget = () => database.db.delete(attendances).where(eq(attendances.participantId, participantId));
	await forget();
	expect(await lead()).toMatchObject({ present: 1, away: [] });
	expect(await stays()).toEqual(['Ada there']);
	await says(guest, false);
	expect(await stays()).toEqual(['Ada left']);
	await forget();
	await house.done(endSession, house.facilitator, { sessionId });
	expect(await stays()).toEqual(['Ada left']);
});

test('a vote is opened for those who are there', async () => {
	const { done, facilitator, tenantId } = house;
	const ada = await comes('Ada');
	const ben = await comes('Ben');
	const steps = await listSteps(database.db, tenantId, sessionId);
	const stepOf = (kind: string) => steps.find((step) => step.kind === kind)!.id;
	await done(moveStep, facilitator, { sessionId, to: 'next' });
	await done(moveStep, facilitator, { sessionId, to: stepOf('collect') });
	const { elementId } = await done(submitCard, ada.guest, { sessionId, text: 'Mehr Radwege' });
	await done(revealCards, facilitator, { sessionId });
	await done(moveStep, facilitator, { sessionId, to: stepOf('weigh') });
	await says(ben.guest, false);
	const opened = await done(openRound, facilitator, { sessionId, question: 'Was zuerst?', elementIds: [elementId] });
	expect(opened.electorate).toBe(1);
});
