import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { House, TestActor } from '../../tests/support/house.ts';
import { openLiveHouse } from '../../tests/support/live-house.ts';
import { documentAccess } from '../document-access.ts';
import { Sessions } from '../auth/sessions.ts';
import type { OpenDatabase } from '../db/client.ts';
import { findSession, listParticipants, listSteps, type LiveSession } from '../db/repositories/sessions.ts';
import type { LiveSessions } from '../live/live-sessions.ts';
import { watchAs } from '../live/watching.ts';
import { admitParticipants } from './admit-participants.ts';
import { createSession } from './create-session.ts';
import { joinSession } from './join-session.ts';
import { endSession, moveStep } from './move-step.ts';
import { openRound } from './open-round.ts';
import { raiseHand } from './raise-hand.ts';
import { removeParticipant } from './remove-participant.ts';
import { revealCards } from './reveal-cards.ts';
import { setEntrance } from './set-entrance.ts';
import { setReady } from './set-ready.ts';
import { submitCard } from './submit-card.ts';

let database: OpenDatabase;
let house: House;
let live: LiveSessions;
let session: LiveSession;

let close: () => Promise<void>;
beforeAll(async () => void ({ database, house, live, close } = await openLiveHouse()));
afterAll(() => close());
beforeEach(async () => {
	const { done, facilitator, tenantId, processId } = house;
	const asked = { processId, title: 'Runde', question: 'Was fehlt uns?', template: 'potential-workshop' };
	const { sessionId } = await done(createSession, facilitator, asked);
	session = (await findSession(database.db, tenantId, sessionId))!;
});

const entrance = (wanted: string) =>
	house.done(setEntrance, house.facilitator, { sessionId: session.id, entrance: wanted });
const lead = () => live.stateFor(house.tenantId, session.id, 'lead');

async function knocks(name: string, actor: TestActor | null = null) {
	const wanted = { code: session.code, name, group: 'politics' };
	const joined = await house.run(joinSession, actor ?? { kind: 'anonymous' }, wanted);
	if (!joined.ok) return joined;
	const { person, ...rest } = joined.value;
	const guest: TestActor = { kind: 'person', personId: person.personId, tenantId: house.tenantId, role: 'guest' };
	return { ok: true as const, guest, ...rest };
}

async function comes(name: string, actor: TestActor | null = null) {
	const came = await knocks(name, actor);
	if (!came.ok) throw new Error(came.problem.code);
	return came;
}

test('with a waiting room newcomers wait until they are let in; who is in already is not disturbed', async () => {
	const ada = await comes('Ada');
	await entrance('waiting-room');
	const ben = await comes('Ben');
	expect([ada.waits, ben.waits]).toEqual([false, true]);
	expect((await comes('Ada', ada.guest)).waits).toBe(false);
	expect((await comes('Ben', ben.guest)).waits).toBe(true);
	const before = await lead();
	expect(before.waiting.map(({ name }) => name)).toEqual(['Ben']);
	expect(before.people.map(({ name }) => name)).not.toContain('Ben');
	await house.done(admitParticipants, house.facilitator, {
		sessionId: session.id,
		participantIds: [ben.participantId]
	});
	const after = await lead();
	expect(after.waiting).toEqual([]);
	expect(after.people.map(({ name }) => name)).toContain('Ben');
	expect(await house.run(setReady, ben.guest, { sessionId: session.id, ready: false })).toMatchObject({
		problem: { code: 'session.not-started' }
	});
});

test('who waits sees no state, no board and can do nothing', async () => {
	const { run, done, facilitator, tenantId } = house;
	const sessionId = session.id;
	await entrance('waiting-room');
	const { guest } = await comes('Ben');
	const steps = await listSteps(database.db, tenantId, sessionId);
	await done(moveStep, facilitator, { sessionId, to: 'next' });
	await done(moveStep, facilitator, { sessionId, to: steps.find(({ kind }) => kind === 'collect')!.id });
	for (const attempt of [
		run(submitCard, guest, { sessionId, text: 'Vorbei' }),
		run(setReady, guest, { sessionId, ready: true }),
		run(raiseHand, guest, { sessionId, raised: true }),
		run(setEntrance, guest, { sessionId, entrance: 'open' }),
		run(admitParticipants, guest, { sessionId, participantIds: [guest.personId] })
	])
		expect(await attempt).toMatchObject({ ok: false, problem: { code: 'right.missing' } });
	const watches = (view: 'lead' | 'participant' | 'projector' | 'waiting') =>
		watchAs(database.db, { view, personId: guest.personId, tenantId }, sessionId);
	expect(
		await Promise.all([watches('lead'), watches('participant'), watches('projector'), watches('waiting')])
	).toEqual(['removed', 'removed', 'removed', 'allowed']);
	const access = documentAccess(database.db, new Sessions(database.db));
	for (const part of ['scaffold', 'cards'] as const) {
		const asked = { kind: 'board', id: session.boardId, part } as const;
		expect(await access.grant({ personId: guest.personId, sessionEnds: null }, asked)).toMatchObject({ right: 'none' });
	}
	const told = JSON.stringify(await live.stateFor(tenantId, sessionId, 'waiting'));
	for (const secret of [session.code, session.joinToken, 'Was fehlt uns?', 'Sammeln', 'Ben'])
		expect(told).not.toContain(secret);
});

test('a round is opened without those who wait', async () => {
	const { done, facilitator, tenantId } = house;
	const sessionId = session.id;
	const ada = await comes('Ada');
	await entrance('waiting-room');
	await comes('Ben');
	const steps = await listSteps(database.db, tenantId, sessionId);
	const stepOf = (kind: string) => steps.find((step) => step.kind === kind)!.id;
	await done(moveStep, facilitator, { sessionId, to: 'next' });
	await done(moveStep, facilitator, { sessionId, to: stepOf('collect') });
	const { elementId } = await done(submitCard, ada.guest, { sessionId, text: 'Mehr Radwege' });
	await done(revealCards, facilitator, { sessionId });
	await done(moveStep, facilitator, { sessionId, to: stepOf('weigh') });
	const opened = await done(openRound, facilitator, { sessionId, question: 'Was zuerst?', elementIds: [elementId] });
	expect(opened.electorate).toBe(1);
});

test('a closed entrance takes nobody new, and whoever is in comes back', async () => {
	const ada = await comes('Ada');
	await entrance('closed');
	expect(await knocks('Ben')).toMatchObject({ ok: false, problem: { code: 'session.entrance-closed' } });
	expect(await knocks('Ada', ada.guest)).toMatchObject({ ok: true, participantId: ada.participantId, waits: false });
});

test('when the entrance opens, everybody who waits comes in', async () => {
	await entrance('waiting-room');
	await comes('Ada');
	await comes('Ben');
	await entrance('closed');
	expect((await lead()).waiting).toHaveLength(2);
	await entrance('open');
	expect((await lead()).waiting).toEqual([]);
	expect((await listParticipants(database.db, house.tenantId, session.id)).map(({ name }) => name)).toEqual(
		expect.arrayContaining(['Ada', 'Ben'])
	);
});

test('who was refused at the door is told so and stays out, also when it opens', async () => {
	await entrance('waiting-room');
	const { guest, participantId } = await comes('Ben');
	await house.done(removeParticipant, house.facilitator, { sessionId: session.id, participantId });
	await entrance('open');
	expect((await lead()).people.map(({ name }) => name)).not.toContain('Ben');
	expect(await knocks('Ben', guest)).toMatchObject({ ok: false, problem: { code: 'session.not-admitted' } });
	const again = { sessionId: session.id, participantIds: [participantId] };
	expect(await house.run(admitParticipants, house.facilitator, again)).toMatchObject({ ok: false });
});

test('only who leads says who comes in, and not after the end', async () => {
	const { guest } = await comes('Ada');
	const asked = { sessionId: session.id, entrance: 'closed' };
	expect(await house.run(setEntrance, guest, asked)).toMatchObject({ problem: { code: 'right.missing' } });
	await house.done(endSession, house.facilitator, { sessionId: session.id });
	expect(await house.run(setEntrance, house.facilitator, asked)).toMatchObject({ problem: { code: 'session.closed' } });
});
