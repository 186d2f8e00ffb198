import { eq, isNotNull } from 'drizzle-orm';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { rehearsalRules } from '#domain/rehearsal/pacing.ts';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, holdWorkshop, type House } from '../../tests/support/house.ts';
import { changesBetween } from '#text/rewordings/changes.ts';
import { readLive, saying } from '../../tests/support/live-text.ts';
import { createText } from '../commands/create-text.ts';
import { freezeText } from '../commands/freeze-text.ts';
import { openGroupRoom } from '../commands/open-group-room.ts';
import { suggestWording } from '../commands/suggest-wording.ts';
import { closeRound } from '../commands/close-round.ts';
import { endSession, moveStep } from '../commands/move-step.ts';
import { execute } from '../commands/execute.ts';
import { openRound } from '../commands/open-round.ts';
import { promote } from '../commands/promote.ts';
import { recordAgreement } from '../commands/record-agreement.ts';
import { releaseMinutes } from '../commands/release-minutes.ts';
import { removeParticipant } from '../commands/remove-participant.ts';
import { removeRehearsal } from '../commands/remove-rehearsal.ts';
import { revealCards } from '../commands/reveal-cards.ts';
import { startRehearsal } from '../commands/start-rehearsal.ts';
import type { OpenDatabase } from '../db/client.ts';
import { listWaitingAgreements } from '../db/repositories/agreements.ts';
import { listBoards, listSessions } from '../db/repositories/processes.ts';
import { optionsOf } from '../../tests/support/options.ts';
import { listRounds } from '../db/repositories/rounds.ts';
import { findSession, listParticipants } from '../db/repositories/sessions.ts';
import { documents } from '../db/schema/documents.ts';
import { people } from '../db/schema/organisation.ts';
import { cards, liveSessions } from '../db/schema/sessions.ts';
import { newId } from '../ids.ts';
import { LiveSessions } from '../live/live-sessions.ts';
import { Rehearsals } from './rehearsals.ts';
import { expireRehearsals } from './remove-rehearsal.ts';

const silent = pino({ level: 'silent' });
let database: OpenDatabase;
let house: House;
let live: LiveSessions;
let rehearsals: Rehearsals;
/** The clock of the guests and of the commands; it stands until a test moves it. */
let time = new Date('2026-03-02T09:00:00Z').getTime();
const clock = () => new Date(time);
const timers = new Set<() => void>();

beforeAll(async () => {
	database = await openOwnTestDatabase();
	const furnished = await furnish(database.db);
	const around = { ...furnished.around, clock };
	const run: House['run'] = (command, actor, input) => execute(around, command, actor, input);
	const done: House['done'] = async (command, actor, input) => {
		const result = await run(command, actor, input);
		if (!result.ok) throw new Error(`${command.name}: ${JSON.stringify(result.problem)}`);
		return result.value;
	};
	house = { ...furnished, around, run, done };
});
beforeEach(() => {
	live?.close();
	live = new LiveSessions(database.db, clock, silent);
	timers.clear();
	rehearsals = new Rehearsals({
		db: database.db,
		clock,
		log: silent,
		execute: (command, actor, input) => house.run(command, actor, input),
		watch: (sessionId, watcher) => live.watch(sessionId, watcher),
		every(_, run) {
			timers.add(run);
			return () => void timers.delete(run);
		}
	});
});
afterAll(async () => {
	live.close();
	await database.close();
});

/** Lets time pass, and the guests look up as often as they would. */
async function pass(seconds: number, sessionId: string) {
	for (let passed = 0; passed < seconds * 1000; passed += 10_000) {
		time += 10_000;
		await rehearsals.tick(sessionId);
	}
}

async function aRehearsal() {
	const { sessionId: rehearsed } = await holdWorkshop(house, ['Radwege']);
	const made = await house.done(startRehearsal, house.facilitator, { sessionId: rehearsed });
	return { rehearsed, ...made };
}

const move = (sessionId: string) => house.done(moveStep, house.facilitator, { sessionId, to: 'next' });

describe('a rehearsal', () => {
	test('has twelve guests who come in, write, get ready and vote by the commands of everybody', async () => {
		const { sessionId } = await aRehearsal();
		await rehearsals.start(house.tenantId, sessionId, 'de');
		const guests = (await listParticipants(database.db, house.tenantId, sessionId)).filter(({ guest }) => guest);
		expect(guests.map(({ name }) => name)).toEqual(Array.from({ length: 12 }, (_, at) => `Probegast ${at + 1}`));
		expect(live.watchingHere(sessionId).size).toBe(12);

		await move(sessionId);
		await move(sessionId);
		await pass(70, sessionId);
		const sent = await database.db.select().from(cards).where(eq(cards.sessionId, sessionId));
		expect(sent.length).toBe(24);
		expect(sent.every(({ placedAt }) => placedAt === null)).toBe(true);
		const session = await findSession(database.db, house.tenantId, sessionId);
		const ready = (await listParticipants(database.db, house.tenantId, sessionId)).filter(
			({ readyStepId }) => readyStepId === session!.currentStepId
		);
		expect(ready).toHaveLength(12);

		await house.done(revealCards, house.facilitator, { sessionId });
		await move(sessionId);
		await move(sessionId);
		const { roundId } = await house.done(openRound, house.facilitator, {
			sessionId,
			question: 'Was zuerst?',
			elementIds: sent.slice(0, 6).map(({ elementId }) => elementId)
		});
		await pass(60, sessionId);
		expect((await listRounds(database.db, house.tenantId, sessionId))[0]).toMatchObject({ eligible: 12, cast: 12 });
		await house.done(closeRound, house.facilitator, { roundId });
		rehearsals.close();
		expect([live.watchingHere(sessionId).size, timers.size]).toEqual([0, 0]);
	}, 60_000);

	test('ends by itself with the session, after half an hour, and brings its guests back as themselves', async () => {
		const { sessionId } = await aRehearsal();
		await rehearsals.start(house.tenantId, sessionId, 'de');
		time += rehearsalRules.minutes * 60_000;
		await rehearsals.tick(sessionId);
		expect([rehearsals.runs(sessionId), timers.size]).toEqual([false, 0]);
		await rehearsals.start(house.tenantId, sessionId, 'de');
		const people = await listParticipants(database.db, house.tenantId, sessionId);
		expect(people.filter(({ guest }) => guest)).toHaveLength(12);
		await house.done(endSession, house.facilitator, { sessionId });
		await rehearsals.tick(sessionId);
		expect([rehearsals.runs(sessionId), live.watchingHere(sessionId).size]).toEqual([false, 0]);
		await rehearsals.start(house.tenantId, sessionId, 'de');
		expect(rehearsals.runs(sessionId)).toBe(false);
	}, 60_000);

	test('a guest whom the facilitator removes stays out, and the others go on', async () => {
		const { sessionId } = await aRehearsal();
		await rehearsals.start(house.tenantId, sessionId, 'de');
		await move(sessionId);
		await move(sessionId);
		const [first] = (await listParticipants(database.db, house.tenantId, sessionId)).filter(({ guest }) => guest);
		await house.done(removeParticipant, house.facilitator, { sessionId, participantId: first!.id });
		await live.recheck({ personId: first!.personId });
		await pass(70, sessionId);
		const sent = await database.db.select().from(cards).where(eq(cards.sessionId, sessionId));
		expect(sent.some(({ participantId }) => participantId === first!.id)).toBe(false);
		expect(sent.length).toBe(23);
		rehearsals.close();
	}, 60_000);

	test('no guests come into a session that counts', async () => {
		const { sessionId } = await holdWorkshop(house, ['Radwege']);
		await rehearsals.start(house.tenantId, sessionId, 'de');
		expect(rehearsals.runs(sessionId)).toBe(false);
	});

	test('stands in no list, is not released and not promoted, and is taken up again until it has ended', async () => {
		const { rehearsed, sessionId, boardId } = await aRehearsal();
		const { tenantId, processId, facilitator } = house;
		const again = await house.done(startRehearsal, facilitator, { sessionId: rehearsed });
		expect(again.sessionId).toBe(sessionId);
		expect(await house.run(startRehearsal, facilitator, { sessionId })).toMatchObject({
			problem: { code: 'rehearsal.of-rehearsal' }
		});
		expect((await listSessions(database.db, tenantId, processId)).map(({ id }) => id)).not.toContain(sessionId);
		expect((await listBoards(database.db, tenantId, processId)).map(({ id }) => id)).not.toContain(boardId);
		const { agreementId } = await aVote(sessionId);
		expect((await listWaitingAgreements(database.db, tenantId)).map(({ id }) => id)).not.toContain(agreementId);
		const wanted = {
			agreementId,
			versionId: house.versionId,
			levelKey: 'massnahme',
			parentItemId: newId(),
			leadOffice: 'Referat A',
			horizonYear: 2035
		};
		expect(await house.run(promote, house.steering, wanted)).toMatchObject({
			problem: { code: 'rehearsal.does-not-count' }
		});
		await house.done(endSession, facilitator, { sessionId });
		expect(await house.run(releaseMinutes, facilitator, { sessionId, number: 1, rev: 0, edits: {} })).toMatchObject({
			problem: { code: 'rehearsal.does-not-count' }
		});
	}, 60_000);

	test('is removed with everything in it, by hand or after two days, and what it rehearsed stays', async () => {
		const { db } = database;
		const { rehearsed, sessionId, boardId } = await aRehearsal();
		await aVote(sessionId);
		await aSuggestion(sessionId);
		await house.done(endSession, house.facilitator, { sessionId });
		expect(await house.run(removeRehearsal, house.facilitator, { sessionId: rehearsed })).toMatchObject({
			problem: { code: 'rehearsal.none' }
		});
		const before = await firstGuests();
		await house.done(removeRehearsal, house.facilitator, { sessionId });
		expect(await findSession(db, house.tenantId, sessionId)).toBeNull();
		expect(await db.$count(documents, eq(documents.name, `board:${boardId}:cards`))).toBe(0);
		expect(await firstGuests()).toBe(before - 1);
		expect(await findSession(db, house.tenantId, rehearsed)).not.toBeNull();

		const { sessionId: old } = await aRehearsal();
		time += rehearsalRules.keptDays * 24 * 60 * 60 * 1000 - 60_000;
		await expireRehearsals(db, clock, silent);
		expect(await findSession(db, house.tenantId, old)).not.toBeNull();
		time += 120_000;
		await expireRehearsals(db, clock, silent);
		expect(await db.$count(liveSessions, isNotNull(liveSessions.rehearsalOf))).toBe(0);
		expect(await firstGuests()).toBe(0);
		expect(await findSession(db, house.tenantId, rehearsed)).not.toBeNull();
	}, 60_000);
});

/** Something is suggested for a text of a rehearsal, and a group has a room there. */
async function aSuggestion(sessionId: string) {
	const { done, facilitator } = house;
	const { textId } = await done(createText, facilitator, { sessionId, title: 'Probe', kind: 'vision' });
	const now = await readLive(house, textId);
	const rewordings = changesBetween(now, saying('Probe', 'Generalprobe')(now));
	await done(suggestWording, facilitator, { textId, rewordings });
	await done(openGroupRoom, facilitator, { textId, groupName: 'Fraktion' });
	await done(freezeText, facilitator, { textId, keepOpen: true });
}

/** How many people are called as the first guest of a rehearsal is. */
const firstGuests = () => database.db.$count(people, eq(people.name, 'Probegast 1'));

/** A rehearsal that comes as far as an agreement. */
async function aVote(sessionId: string) {
	const { done, facilitator } = house;
	await rehearsals.start(house.tenantId, sessionId, 'de');
	await move(sessionId);
	await move(sessionId);
	await pass(20, sessionId);
	await done(revealCards, facilitator, { sessionId });
	await move(sessionId);
	await move(sessionId);
	const [first] = await database.db.select().from(cards).where(eq(cards.sessionId, sessionId));
	const elementIds = [first!.elementId];
	const { roundId } = await done(openRound, facilitator, { sessionId, question: 'Und?', elementIds });
	await pass(10, sessionId);
	await done(closeRound, facilitator, { roundId });
	const [option] = await optionsOf(database.db, house.tenantId, roundId);
	return done(recordAgreement, facilitator, { sessionId, roundId, optionId: option!.id });
}
