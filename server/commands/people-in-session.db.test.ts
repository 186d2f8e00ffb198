import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { LeadState } from '#protocol/session-state.ts';
import type { House, TestActor } from '../../tests/support/house.ts';
import { openLiveHouse } from '../../tests/support/live-house.ts';
import type { OpenDatabase } from '../db/client.ts';
import { optionsOf } from '../../tests/support/options.ts';
import { findSession, listSteps } from '../db/repositories/sessions.ts';
import type { LiveSessions } from '../live/live-sessions.ts';
import { watchAs } from '../live/watching.ts';
import { castBallot } from './cast-ballot.ts';
import { coverProjector } from './cover-projector.ts';
import { createSession } from './create-session.ts';
import { joinSession } from './join-session.ts';
import { endSession, moveStep } from './move-step.ts';
import { muteParticipant } from './mute-participant.ts';
import { openRound } from './open-round.ts';
import { lowerHand, raiseHand } from './raise-hand.ts';
import { removeParticipant } from './remove-participant.ts';
import { renameParticipant } from './rename-participant.ts';
import { revealCards } from './reveal-cards.ts';
import { submitCard } from './submit-card.ts';

let database: OpenDatabase;
let house: House;
let live: LiveSessions;
let sessionId: string;
let ada: TestActor, ben: TestActor, cem: TestActor;

let close: () => Promise<void>;
beforeAll(async () => void ({ database, house, live, close } = await openLiveHouse()));
afterAll(() => close());

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
		expect(JSON.stringify(state)).not.toMatch(/\bAda\b/);
	}
});

test('who is muted sees, asks to speak and votes, and writes no further until she may again', async () => {
	const { run, done, facilitator } = house;
	const participantId = await idOf('Cem');
	const write = () => run(submitCard, cem, { sessionId, text: 'Noch eine Idee' });
	const steps = await listSteps(database.db, house.tenantId, sessionId);
	await done(moveStep, facilitator, { sessionId, to: steps.find(({ kind }) => kind === 'collect')?.id });
	const { elementId } = await done(submitCard, cem, { sessionId, text: 'Vorher geschrieben' });
	expect(await run(muteParticipant, ben, { sessionId, participantId, muted: true })).toMatchObject({ ok: false });
	await done(muteParticipant, facilitator, { sessionId, participantId, muted: true });
	expect(await write()).toMatchObject({ problem: { code: 'right.missing', action: 'card.submit' } });
	expect(await hand(cem)).toMatchObject({ ok: true });
	expect((await lead()).muted).toEqual([participantId]);
	const screen = { view: 'participant', personId: cem.personId, tenantId: house.tenantId } as const;
	expect(await watchAs(database.db, screen, sessionId)).toBe('allowed');

	await done(revealCards, facilitator, { sessionId });
	expect((await lead()).cards.map((card) => card.elementId)).toContain(elementId);
	await done(moveStep, facilitator, { sessionId, to: steps.find(({ kind }) => kind === 'weigh')?.id });
	const asked = {
		sessionId,
		question: 'Wohin?',
		elementIds: [elementId],
		params: { dots: 1, maxPerOption: 1 },
		voteClass: 'mood'
	};
	const { roundId } = await done(openRound, facilitator, asked);
	const [option] = await optionsOf(database.db, house.tenantId, roundId);
	await done(castBallot, cem, { roundId, ballot: { [option!.id]: 1 } });

	await done(moveStep, facilitator, { sessionId, to: steps.find(({ kind }) => kind === 'collect')?.id });
	await done(muteParticipant, facilitator, { sessionId, participantId, muted: false });
	expect(await write()).toMatchObject({ ok: true });
});

test('a covered projector gets nothing of the session until it is shown again', async () => {
	const { run, done, facilitator, tenantId } = house;
	const projector = async () => JSON.stringify(await live.stateFor(tenantId, sessionId, 'projector'));
	const { code, joinToken } = (await findSession(database.db, tenantId, sessionId))!;
	const secrets = [code, joinToken, 'Vorher geschrieben', 'Wohin?', 'Sammeln'];
	for (const secret of secrets) expect(await projector()).toContain(secret);
	expect(await run(coverProjector, ada, { sessionId, covered: true })).toMatchObject({ ok: false });
	await done(coverProjector, facilitator, { sessionId, covered: true });
	for (const secret of secrets) expect(await projector()).not.toContain(secret);
	expect((await lead()).cards.map(({ text }) => text)).toContain('Vorher geschrieben');
	await done(coverProjector, facilitator, { sessionId, covered: false });
	for (const secret of secrets) expect(await projector()).toContain(secret);
});

test('a guest gets another name, or none; an account keeps its own', async () => {
	const { run, done, facilitator } = house;
	const participantId = await idOf('Ben');
	const rename = (name: string) => run(renameParticipant, facilitator, { sessionId, participantId, name });
	expect(await run(renameParticipant, ada, { sessionId, participantId, name: 'Depp' })).toMatchObject({ ok: false });
	expect(await rename('x'.repeat(61))).toMatchObject({ problem: { code: 'input.too-long', field: 'name' } });
	expect(await rename('  Ben  Yıldız ')).toMatchObject({ ok: true });
	expect((await lead()).people.map(({ name }) => name)).toContain('Ben Yıldız');
	await rename('');
	expect((await lead()).people.find((person) => person.participantId === participantId)?.name).toBe('');
	await rename('Ben');
	const { code } = (await findSession(database.db, house.tenantId, sessionId))!;
	await done(joinSession, house.member, { code, name: 'egal', group: 'administration' });
	const member = { sessionId, participantId: await idOf('member'), name: 'Anders' };
	expect(await run(renameParticipant, facilitator, member)).toMatchObject({ problem: { code: 'thing.not-found' } });
});

test('who is removed does not wait any longer, and after the end nobody asks to speak', async () => {
	for (const guest of [ada, ben]) await hand(guest);
	const participantId = await idOf('Ada');
	await house.done(removeParticipant, house.facilitator, { sessionId, participantId });
	expect(await queue()).toEqual(['Ben']);
	await house.done(endSession, house.facilitator, { sessionId });
	expect(await hand(cem)).toMatchObject({ ok: false, problem: { code: 'session.closed' } });
});
