import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Minutes } from '#domain/minutes/minutes.ts';
import type { Part } from '#domain/sessions/non-public.ts';
import { openSessionWithPublic, type SessionWithPublic } from '../../tests/support/closed-session.ts';
import type { House } from '../../tests/support/house.ts';
import { openLiveHouse } from '../../tests/support/live-house.ts';
import { optionsOf } from '../../tests/support/options.ts';
import { castBallot } from '../commands/cast-ballot.ts';
import { closeRound } from '../commands/close-round.ts';
import { closeToPublic } from '../commands/close-to-public.ts';
import { groupCards } from '../commands/group-cards.ts';
import { endSession } from '../commands/move-step.ts';
import { openRound } from '../commands/open-round.ts';
import { recordAgreement } from '../commands/record-agreement.ts';
import { releaseMinutes } from '../commands/release-minutes.ts';
import { reopenToPublic } from '../commands/reopen-to-public.ts';
import { revealCards } from '../commands/reveal-cards.ts';
import { saveMinutes } from '../commands/save-minutes.ts';
import { submitCard } from '../commands/submit-card.ts';
import type { OpenDatabase } from '../db/client.ts';
import { listMinutes } from '../db/repositories/minutes.ts';
import { listNonPublicParts } from '../db/repositories/non-public-parts.ts';
import { readBoardNow } from '../live/board-content.ts';
import { gatherMinutes } from './gather-minutes.ts';

let database: OpenDatabase;
let house: House;
let shutDown: () => Promise<void>;
let session: SessionWithPublic;
beforeAll(async () => void ({ database, house, close: shutDown } = await openLiveHouse()));
afterAll(() => shutDown());

const file = async (part: Part): Promise<Minutes> =>
	gatherMinutes(database.db, await session.now(), {
		...{ part, now: house.around.clock() },
		readBoard: (boardId) => readBoardNow(database.db, boardId)
	});
const cardsIn = ({ steps, boardCards }: Minutes) =>
	[...steps.flatMap(({ piles }) => piles.flatMap(({ cards }) => cards)), ...boardCards].map(({ text }) => text);

/** A session that collects in public, groups and votes behind closed doors, and ends in public. */
beforeEach(async () => {
	session = await openSessionWithPublic(house);
	const { done, facilitator, tenantId } = house;
	const { sessionId, guest, member } = session;
	const asked = { sessionId };
	const { elementId } = await done(submitCard, guest.guest, { ...asked, text: 'Öffentlich' });
	await done(revealCards, facilitator, asked);
	await done(closeToPublic, facilitator, asked);
	await session.goTo('cluster');
	const late = await done(submitCard, member.guest, { ...asked, text: 'Vertraulich' });
	const cards = [elementId, late.elementId];
	await done(groupCards, member.guest, { ...asked, elementIds: cards, title: 'Heikles Thema' });
	await session.goTo('weigh');
	const vote = { ...asked, question: 'Geheime Frage', proposals: ['Ja doch', 'Nein'], secrecy: 'open' };
	const { roundId } = await done(openRound, facilitator, vote);
	const [first] = await optionsOf(database.db, tenantId, roundId);
	await done(castBallot, member.guest, { roundId, ballot: { [first!.id]: 1 } });
	await done(closeRound, facilitator, { roundId });
	await done(recordAgreement, facilitator, { roundId, optionId: first!.id });
	await done(reopenToPublic, facilitator, asked);
	await session.goTo('record');
	await done(endSession, facilitator, asked);
});

describe('the minutes of a session that was not public for a while', () => {
	test('the public file says when that was, and not a word more', async () => {
		const [time] = await listNonPublicParts(database.db, house.tenantId, session.sessionId);
		const minutes = await file('public');
		expect(minutes.nonPublicParts).toEqual([{ from: time!.startedAt.getTime(), until: time!.endedAt!.getTime() }]);
		expect(JSON.stringify(minutes)).not.toMatch(/Vertraulich|Heikles|Geheime|Ja doch/);
		expect(cardsIn(minutes)).toEqual(['Öffentlich']);
		expect([minutes.rounds, minutes.agreements, minutes.clusters.map(({ title }) => title)]).toEqual([[], [], []]);
		// Grouping was on behind closed doors only: its name is not in it.
		expect(minutes.steps.map(({ kind }) => kind)).not.toContain('cluster');
		expect(minutes.steps.map(({ kind }) => kind)).toContain('weigh');
		expect(minutes.attendance).toHaveLength(3);
	});

	test('the other file holds what was not public, and who was there then', async () => {
		const minutes = await file('non-public');
		expect(minutes.part).toBe('non-public');
		expect(cardsIn(minutes)).toEqual(['Vertraulich', 'Öffentlich']);
		expect(minutes.clusters.map(({ title, cards }) => [title, cards.length])).toEqual([['Heikles Thema', 2]]);
		expect(minutes.rounds.map(({ question }) => question)).toEqual(['Geheime Frage']);
		expect(minutes.agreements.map(({ text }) => text)).toEqual(['Ja doch']);
		expect(minutes.attendance.map(({ personId }) => personId)).toEqual([session.member.guest.personId]);
		expect(minutes.attendance[0]?.stays).toEqual(minutes.nonPublicParts);
		expect(minutes.steps.map(({ kind }) => kind)).toEqual(['collect', 'cluster', 'weigh']);
	});

	test('each file has its own draft, versions and fingerprint, and the public one carries nothing of the other', async () => {
		const { sessionId } = session;
		const words = (summary: string) => ({ place: '', summary, remarks: '', openPoints: '' });
		const first = { sessionId, number: 1, rev: 0 };
		await house.done(saveMinutes, house.facilitator, { ...first, part: 'non-public', edits: words('Nur für uns') });
		await house.done(releaseMinutes, house.facilitator, { ...first, edits: words('Für alle') });
		const [released] = await listMinutes(database.db, house.tenantId, sessionId);
		expect(JSON.stringify(released?.content)).toContain('Für alle');
		expect(JSON.stringify(released?.content)).not.toMatch(/Vertraulich|Heikles|Geheime|Ja doch|Nur für uns/);
		const again = { ...first, part: 'non-public', rev: 1, edits: words('Nur für uns') };
		const { sha256 } = await house.done(releaseMinutes, house.facilitator, again);
		const [hidden] = await listMinutes(database.db, house.tenantId, sessionId, 'non-public');
		expect([hidden?.number, hidden?.sha256, JSON.stringify(hidden?.content).includes('Vertraulich')]).toEqual([
			1,
			sha256,
			true
		]);
		expect(sha256).not.toBe(released?.sha256);
	});
});

test('a session that was always public has one file, and no draft of another can be begun', async () => {
	const open = await openSessionWithPublic(house);
	const asked = { sessionId: open.sessionId, part: 'non-public', number: 1, rev: 0, edits: {} };
	expect(await house.run(saveMinutes, house.facilitator, asked)).toMatchObject({
		problem: { code: 'thing.not-found' }
	});
});
