import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { House, TestActor } from '../../tests/support/house.ts';
import { comeIn, openLiveHouse } from '../../tests/support/live-house.ts';
import { speakerAt } from '../auth/companions.ts';
import type { OpenDatabase } from '../db/client.ts';
import { optionsOf } from '../../tests/support/options.ts';
import { listSteps } from '../db/repositories/sessions.ts';
import { participants } from '../db/schema/sessions.ts';
import type { LiveSessions } from '../live/live-sessions.ts';
import { admitParticipants } from './admit-participants.ts';
import { bringCompanion } from './bring-companion.ts';
import { castBallot } from './cast-ballot.ts';
import { createSession } from './create-session.ts';
import { moveStep } from './move-step.ts';
import { nameCoFacilitator } from './name-co-facilitator.ts';
import { openRound } from './open-round.ts';
import { removeParticipant } from './remove-participant.ts';
import { revealCards } from './reveal-cards.ts';
import { setEntrance } from './set-entrance.ts';
import { shareDevices } from './share-devices.ts';
import { submitCard } from './submit-card.ts';

let database: OpenDatabase;
let house: House;
let live: LiveSessions;
let sessionId: string;
let ada: { guest: TestActor; participantId: string };
let ben: typeof ada;

let close: () => Promise<void>;
beforeAll(async () => void ({ database, house, live, close } = await openLiveHouse()));
afterAll(() => close());
beforeEach(async () => {
	const { done, facilitator, processId } = house;
	const asked = { processId, title: 'Runde', template: 'potential-workshop' };
	({ sessionId } = await done(createSession, facilitator, asked));
	[ada, ben] = [await comes('Ada'), await comes('Ben')];
	await done(shareDevices, facilitator, { sessionId, allowed: true });
});

const comes = (name: string) => comeIn(house, sessionId, name);
const brings = (name: string, { guest } = ada) =>
	house.run(bringCompanion, guest, { sessionId, name, group: 'administration' });
const speaks = ({ guest }: typeof ada, participantId: string) =>
	speakerAt(database.db, guest, sessionId, participantId);
const lead = () => live.stateFor(house.tenantId, sessionId, 'lead');

async function cem() {
	const brought = await brings('Cem');
	if (!brought.ok) throw new Error(brought.problem.code);
	const { participantId } = brought.value;
	return { participantId, guest: (await speaks(ada, participantId))! };
}

test('two people share one phone only where the facilitator allows it', async () => {
	await house.done(shareDevices, house.facilitator, { sessionId, allowed: false });
	expect(await brings('Cem')).toMatchObject({ problem: { code: 'session.one-person-per-device' } });
	expect(await house.run(shareDevices, ada.guest, { sessionId, allowed: true })).toMatchObject({
		problem: { code: 'right.missing' }
	});
	await house.done(shareDevices, house.facilitator, { sessionId, allowed: true });
	expect(await brings('Cem')).toMatchObject({ ok: true });
	for (const name of ['Dora', 'Emil', 'Fatma', 'Gül']) expect(await brings(name)).toMatchObject({ ok: true });
	expect(await brings('Hans')).toMatchObject({ problem: { code: 'session.device-full', limit: 5 } });
	expect((await lead()).people.filter(({ companionOf }) => companionOf === ada.participantId)).toHaveLength(5);
});

test('each of them has own cards and an own ballot', async () => {
	const { done, facilitator, tenantId } = house;
	const third = await cem();
	const steps = await listSteps(database.db, tenantId, sessionId);
	const stepOf = (kind: string) => steps.find((step) => step.kind === kind)!.id;
	await done(moveStep, facilitator, { sessionId, to: 'next' });
	await done(moveStep, facilitator, { sessionId, to: stepOf('collect') });
	const { elementId } = await done(submitCard, third.guest, { sessionId, text: 'Mehr Radwege' });
	const counts = (await lead()).people.map(({ name, cards }) => `${name} ${cards}`);
	expect(counts).toEqual(expect.arrayContaining(['Ada 0', 'Cem 1']));
	await done(revealCards, facilitator, { sessionId });
	await done(moveStep, facilitator, { sessionId, to: stepOf('weigh') });
	const asked = { sessionId, question: 'Was zuerst?', elementIds: [elementId] };
	const { roundId, electorate } = await done(openRound, facilitator, asked);
	expect(electorate).toBe(3);
	const [option] = await optionsOf(database.db, tenantId, roundId);
	for (const { guest } of [ada, third]) await done(castBallot, guest, { roundId, ballot: { [option!.id]: 1 } });
	expect((await lead()).rounds[0]).toMatchObject({ cast: 2, eligible: 3 });
});

test('only the device on which somebody takes part speaks for her', async () => {
	const third = await cem();
	expect(await speaks(ada, ada.participantId)).toEqual(ada.guest);
	expect(await speaks(ada, third.participantId)).toMatchObject({ personId: third.guest.personId, role: 'guest' });
	expect(await speaks(ben, third.participantId)).toBe(null);
	expect(await speaks(ben, ada.participantId)).toBe(null);
	expect(await speaks(third, ada.participantId)).toBe(null);
	expect(await brings('Dora', third)).toMatchObject({ problem: { code: 'thing.not-found' } });
	const named = { sessionId, participantId: third.participantId, may: true };
	expect(await house.run(nameCoFacilitator, house.facilitator, named)).toMatchObject({ ok: false });
});

test('the entrance holds for them, too', async () => {
	await house.done(setEntrance, house.facilitator, { sessionId, entrance: 'closed' });
	expect(await brings('Cem')).toMatchObject({ problem: { code: 'session.entrance-closed' } });
	await house.done(setEntrance, house.facilitator, { sessionId, entrance: 'waiting-room' });
	const third = await cem();
	const write = () => house.run(submitCard, third.guest, { sessionId, text: 'Vorbei' });
	expect(await write()).toMatchObject({ problem: { code: 'right.missing' } });
	await house.done(admitParticipants, house.facilitator, { sessionId, participantIds: [third.participantId] });
	expect(await write()).toMatchObject({ problem: { code: 'session.not-started' } });
});

test('whoever is removed takes along who has no other device, and not the other way round', async () => {
	const third = await cem();
	const remove = (participantId: string) =>
		house.done(removeParticipant, house.facilitator, { sessionId, participantId });
	await remove(third.participantId);
	expect(await speaks(ada, third.participantId)).toBe(null);
	expect((await lead()).people.map(({ name }) => name)).toContain('Ada');
	const fourth = await brings('Dora');
	await remove(ada.participantId);
	expect((await lead()).people.map(({ name }) => name)).toEqual(['member', 'Ben']);
	const place = fourth.ok ? fourth.value.participantId : '';
	expect(await speaks(ada, place)).toBe(null);
	const [gone] = await database.db.select().from(participants).where(eq(participants.id, place));
	expect(gone?.removedAt).not.toBe(null);
});
