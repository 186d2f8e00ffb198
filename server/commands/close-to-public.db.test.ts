import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addElement } from '#board/operations/add-elements.ts';
import { Origin } from '#board/shape.ts';
import { may } from '#domain/rights/rights.ts';
import { openSessionWithPublic, statesOf, type SessionWithPublic } from '../../tests/support/closed-session.ts';
import type { House, TestActor } from '../../tests/support/house.ts';
import { comeIn, openLiveHouse } from '../../tests/support/live-house.ts';
import { atTheBoard } from '../../tests/support/topics.ts';
import { optionsOf } from '../../tests/support/options.ts';
import { Sessions } from '../auth/sessions.ts';
import { standingsOf } from '../auth/standings.ts';
import type { OpenDatabase } from '../db/client.ts';
import { listBoards } from '../db/repositories/processes.ts';
import { listSteps } from '../db/repositories/sessions.ts';
import { findText } from '../db/repositories/texts.ts';
import { documentAccess } from '../document-access.ts';
import { readBoardNow } from '../live/board-content.ts';
import type { LiveSessions, Watcher } from '../live/live-sessions.ts';
import { watchAs } from '../live/watching.ts';
import { beginTextMinutes } from './begin-text-minutes.ts';
import { blackenCard } from './blacken-card.ts';
import { basisOf, changeAgenda } from './change-agenda.ts';
import { castBallot } from './cast-ballot.ts';
import { closeRound } from './close-round.ts';
import { closeToPublic } from './close-to-public.ts';
import { createText } from './create-text.ts';
import { groupCards } from './group-cards.ts';
import { hideCards } from './hide-cards.ts';
import { endSession } from './move-step.ts';
import { openGroupRoom } from './open-group-room.ts';
import { openRound } from './open-round.ts';
import { nameCoFacilitator } from './name-co-facilitator.ts';
import { recordAgreement } from './record-agreement.ts';
import { repeatSession } from './repeat-session.ts';
import { reopenToPublic } from './reopen-to-public.ts';
import { revealCards } from './reveal-cards.ts';
import { settingOfText } from './text-places.ts';
import { startThread } from './start-thread.ts';
import { submitCard } from './submit-card.ts';

let database: OpenDatabase;
let house: House;
let live: LiveSessions;
let session: SessionWithPublic;
let shutDown: () => Promise<void>;
beforeAll(async () => void ({ database, house, live, close: shutDown } = await openLiveHouse()));
afterAll(() => shutDown());
beforeEach(async () => void (session = await openSessionWithPublic(house)));

const close = () => house.done(closeToPublic, house.facilitator, { sessionId: session.sessionId });
const reopen = () => house.done(reopenToPublic, house.facilitator, { sessionId: session.sessionId });
const write = (actor: TestActor, text: string) => house.run(submitCard, actor, { sessionId: session.sessionId, text });
const writes = async (actor: TestActor, text: string) =>
	(await house.done(submitCard, actor, { sessionId: session.sessionId, text })).elementId;
const standings = (actor: TestActor) =>
	standingsOf(database.db, actor, { tenantId: house.tenantId, sessionId: session.sessionId });
const shown = () => statesOf(live, house, session.sessionId);
const wordsOn = async (boardId: string) => (await readBoardNow(database.db, boardId)).elements.map(({ text }) => text);
const rightOn = async ({ personId }: TestActor, boardId: string) => {
	const access = documentAccess(database.db, new Sessions(database.db));
	const asked = { kind: 'board', id: boardId, part: 'cards' } as const;
	return (await access.grant({ personId, sessionEnds: null }, asked)).right;
};

describe('who is the public', () => {
	test('a guest and a colleague from elsewhere are outside; lead, member and named co-facilitator stay', async () => {
		const named = await comeIn(house, session.sessionId, 'Dora');
		const may = { sessionId: session.sessionId, participantId: named.participantId, may: true };
		await house.done(nameCoFacilitator, house.facilitator, may);
		await close();
		for (const { guest } of [session.guest, session.colleague]) {
			const held = await standings(guest);
			expect([held.has('outside'), held.has('participant')]).toEqual([true, false]);
		}
		expect((await standings(session.member.guest)).has('participant')).toBe(true);
		expect((await standings(named.guest)).has('participant')).toBe(true);
		expect((await standings(house.facilitator)).has('facilitator')).toBe(true);
	});

	test('only who leads closes and opens, and twice is once', async () => {
		const { sessionId } = session;
		for (const command of [closeToPublic, reopenToPublic])
			expect(await house.run(command, session.member.guest, { sessionId })).toMatchObject({
				problem: { code: 'right.missing' }
			});
		const first = await close();
		expect(await close()).toEqual(first);
		await reopen();
		expect(await reopen()).toEqual({ partId: null });
		expect((await session.now()).boardId).toBe(session.boardId);
	});

	test('whoever comes in meanwhile waits outside, also through the waiting room', async () => {
		await close();
		const late = await comeIn(house, session.sessionId, 'Emil');
		expect((await standings(late.guest)).has('outside')).toBe(true);
	});
});

describe('while the session is not public', () => {
	test('every command of the public is refused in words that fit', async () => {
		await close();
		expect(await write(session.guest.guest, 'Von draußen')).toMatchObject({ problem: { code: 'session.not-public' } });
		expect(await write(session.member.guest, 'Von drinnen')).toMatchObject({ ok: true });
	});

	test('a guest and the projector get a state that holds nothing of the session', async () => {
		await writes(session.guest.guest, 'Öffentliche Idee');
		await house.done(revealCards, house.facilitator, { sessionId: session.sessionId });
		await close();
		const states = JSON.stringify([await shown().wall(), await shown().outside()]);
		expect(states).not.toMatch(/Idee|Strategiekommission|collect|Sammeln|\d{6}\b(?!\d)"code"/);
		const wall = await shown().wall();
		expect(wall).toMatchObject({ title: '', boardId: '', present: 0, steps: [], cards: [], rounds: [], code: '' });
		expect(Object.keys(await shown().outside()).sort()).toEqual(['now', 'seq', 'sessionId', 'state', 'view']);
	});

	test('those inside see that it is not public, and only them; the lead sees who is outside', async () => {
		await close();
		expect((await shown().phone()).nonPublicSince).not.toBeNull();
		const lead = await shown().lead();
		expect([lead.present, lead.people.filter(({ outside }) => outside).map(({ name }) => name)]).toEqual([
			1,
			['Ada Gast', 'Cora Fremd']
		]);
	});

	test('an open screen of a guest is sent nothing of it, even before it is told to end', async () => {
		const sent: string[] = [];
		const ended: string[] = [];
		const screen = ({ guest, participantId }: SessionWithPublic['guest']): Watcher => ({
			...{ view: 'participant', personId: guest.personId, participantId, tenantId: house.tenantId },
			signedIn: async () => true,
			send: (state) => void sent.push(state),
			end: (why) => void ended.push(why)
		});
		const leave = await live.watch(session.sessionId, screen(session.guest));
		// She is shown where the session is, and once more that she has come.
		await expect.poll(() => sent.length).toBe(2);
		await close();
		await writes(session.member.guest, 'Geheimes');
		live.changed(session.sessionId);
		await new Promise((resolve) => setTimeout(resolve, 200));
		expect(sent).toHaveLength(2);
		await live.recheck({ personId: session.guest.guest.personId });
		expect(ended).toEqual(['outside']);
		const asked = { view: 'participant', tenantId: house.tenantId, personId: session.guest.guest.personId } as const;
		expect(await watchAs(database.db, asked, session.sessionId)).toBe('outside');
		await reopen();
		expect(await watchAs(database.db, asked, session.sessionId)).toBe('allowed');
		leave();
	});

	test('the board of everybody rests; the part has one of its own, which begins as its copy', async () => {
		const idea = await writes(session.guest.guest, 'Öffentliche Idee');
		await house.done(revealCards, house.facilitator, { sessionId: session.sessionId });
		await close();
		const { boardId, publicBoardId } = await session.now();
		expect([publicBoardId, boardId === session.boardId]).toEqual([session.boardId, false]);
		expect((await readBoardNow(database.db, boardId)).byId.get(idea)?.text).toBe('Öffentliche Idee');
		expect(await rightOn(house.facilitator, boardId)).toBe('write');
		expect(await rightOn(house.facilitator, session.boardId)).toBe('read');
		expect(await rightOn(session.member.guest, boardId)).toBe('read');
		for (const { guest } of [session.guest, session.colleague])
			expect([await rightOn(guest, boardId), await rightOn(guest, session.boardId)]).toEqual(['none', 'none']);
		const on = { boardId: session.boardId, on: idea, text: 'Dazu' };
		expect(await house.run(startThread, session.member.guest, on)).toMatchObject({
			problem: { code: 'session.rests' }
		});
		expect(await house.run(startThread, session.member.guest, { ...on, boardId })).toMatchObject({ ok: true });
		const listed = await listBoards(database.db, house.tenantId, house.processId);
		expect([listed.some(({ id }) => id === session.boardId), listed.some(({ id }) => id === boardId)]).toEqual([
			true,
			false
		]);
	});

	test('a public text of the session rests, one that is begun now is not for the public', async () => {
		const { sessionId } = session;
		const begin = (title: string) =>
			house.done(createText, house.facilitator, { sessionId, title, kind: 'guiding-principles' });
		const everybodys = await begin('Leitsätze');
		await close();
		const closed = await begin('Vertrauliches');
		const settings = async () => {
			const texts = [await findText(database.db, everybodys.textId), await findText(database.db, closed.textId)];
			return texts.map((text) => settingOfText(text!));
		};
		expect(await settings()).toMatchObject([
			{ nonPublic: false, rests: true },
			{ nonPublic: true, rests: false }
		]);
		await reopen();
		const [open, hidden] = await settings();
		expect(open).toMatchObject({ rests: false });
		const { guest } = session.guest;
		expect((await standingsOf(database.db, guest, open!)).has('participant')).toBe(true);
		expect([...(await standingsOf(database.db, guest, hidden!))]).toEqual(['anyone']);
		expect((await standingsOf(database.db, session.member.guest, hidden!)).has('participant')).toBe(true);
	});

	test('what is made from a text of the part stays as closed as it is, minutes and rooms of groups too', async () => {
		const about = { sessionId: session.sessionId, title: 'Vertrauliches', kind: 'guiding-principles' } as const;
		await close();
		const { textId } = await house.done(createText, house.facilitator, about);
		const personIds = [session.guest.guest.personId, session.member.guest.personId];
		const room = { textId, groupName: 'Gruppe', personIds };
		const { roomId } = await house.done(openGroupRoom, house.facilitator, room);
		await reopen();
		const sitting = { textId, title: 'Beratung', day: '2026-03-02', from: '10:00', until: '11:00', present: [] };
		const { minutesId } = await house.done(beginTextMinutes, house.facilitator, sitting);
		for (const id of [minutesId, roomId]) {
			const setting = settingOfText((await findText(database.db, id))!);
			const readers = [session.guest.guest, session.member.guest].map(async (actor) =>
				may(await standingsOf(database.db, actor, setting), 'text.read')
			);
			expect(await Promise.all(readers)).toEqual([false, true]);
		}
	});
});

describe('what was made behind closed doors', () => {
	test('cards of the part are shown in it and stay there: nothing of them comes onto the board of everybody', async () => {
		await writes(session.guest.guest, 'Öffentlich, noch verdeckt');
		await close();
		await writes(session.member.guest, 'Nur drinnen');
		const part = (await session.now()).boardId;
		await house.done(revealCards, house.facilitator, { sessionId: session.sessionId });
		expect(await wordsOn(part)).toEqual(expect.arrayContaining(['Öffentlich, noch verdeckt', 'Nur drinnen']));
		expect((await shown().phone()).cards).toHaveLength(2);
		await reopen();
		expect(await wordsOn(session.boardId)).toContain('Öffentlich, noch verdeckt');
		expect(await wordsOn(session.boardId)).not.toContain('Nur drinnen');
		for (const state of [await shown().phone(), await shown().wall(), await shown().lead()])
			expect(JSON.stringify(state)).not.toContain('Nur drinnen');
		expect([await rightOn(session.guest.guest, part), await rightOn(house.facilitator, part)]).toEqual([
			'none',
			'read'
		]);
	});

	test('cards that nobody had revealed in the part are not revealed after it', async () => {
		await close();
		await writes(session.member.guest, 'Ungezeigt');
		await reopen();
		expect((await shown().lead()).cardCount).toBe(0);
		await writes(session.guest.guest, 'Danach');
		await house.done(revealCards, house.facilitator, { sessionId: session.sessionId });
		expect(await wordsOn(session.boardId)).toContain('Danach');
		expect(await wordsOn(session.boardId)).not.toContain('Ungezeigt');
	});

	test('who groups and edits inside changes the board of the part only', async () => {
		const [one, two] = [await writes(session.guest.guest, 'Eins'), await writes(session.guest.guest, 'Zwei')];
		await house.done(revealCards, house.facilitator, { sessionId: session.sessionId });
		await session.goTo('cluster');
		await close();
		const part = (await session.now()).boardId;
		const asked = { sessionId: session.sessionId, elementIds: [one, two], title: 'Heikles Thema' };
		await house.done(groupCards, session.member.guest, asked);
		await atTheBoard(database.db, part, (docs) =>
			addElement(
				docs,
				{ id: 'n12345678901234567890123', type: 'note', by: 'p', text: 'Notiz' },
				new Origin('server'),
				Math.random
			)
		);
		expect((await shown().phone()).clusters.map(({ title }) => title)).toContain('Heikles Thema');
		await reopen();
		expect((await shown().phone()).clusters.map(({ title }) => title)).not.toContain('Heikles Thema');
		expect(JSON.stringify(await wordsOn(session.boardId))).not.toMatch(/Heikles|Notiz/);
	});

	test('a vote of the part is for those inside, ends before it, and is nowhere in public', async () => {
		const { sessionId } = session;
		await session.goTo('weigh');
		await close();
		const asked = { sessionId, question: 'Geheime Frage', proposals: ['Ja doch', 'Lieber nicht'], secrecy: 'open' };
		const { roundId, electorate } = await house.done(openRound, house.facilitator, asked);
		expect(electorate).toBe(1);
		expect(await house.run(reopenToPublic, house.facilitator, { sessionId })).toMatchObject({
			problem: { code: 'session.vote-still-open' }
		});
		const [first] = await optionsOf(database.db, house.tenantId, roundId);
		const ballot = { [first!.id]: 1 };
		expect(await house.run(castBallot, session.guest.guest, { roundId, ballot })).toMatchObject({
			problem: { code: 'session.not-public' }
		});
		await house.done(castBallot, session.member.guest, { roundId, ballot });
		await house.done(closeRound, house.facilitator, { roundId });
		await house.done(recordAgreement, house.facilitator, { roundId, optionId: first!.id });
		expect((await shown().phone()).agreements.map(({ text }) => text)).toEqual(['Ja doch']);
		await reopen();
		for (const state of [await shown().phone(), await shown().wall(), await shown().lead()])
			expect([state, JSON.stringify(state).match(/Geheime Frage|Ja doch|Lieber nicht/)]).toEqual([state, null]);
		expect(await house.run(castBallot, session.guest.guest, { roundId, ballot })).toMatchObject({
			problem: { code: 'right.missing' }
		});
	});

	test('a step that was on only behind closed doors has a mark for the lead and no name for everybody', async () => {
		await close();
		await session.goTo('cluster');
		await session.goTo('weigh');
		await reopen();
		await session.goTo('record');
		const marks = (steps: { kind: string; title: string; nonPublic: boolean }[]) =>
			steps.filter(({ nonPublic }) => nonPublic).map(({ title }) => title);
		const [lead, phone] = [await shown().lead(), await shown().phone()];
		const named = (kind: string) => lead.steps.find((step) => step.kind === kind)!.title;
		expect(marks(lead.steps)).toEqual([named('collect'), named('cluster'), named('weigh')]);
		// Collecting had begun in public, and weighing went on there.
		expect(marks(phone.steps)).toEqual([named('collect'), '', named('weigh')]);
		expect(phone.steps.at(-1)).toMatchObject({ nonPublic: false });
	});

	test('a step that was on only behind closed doors leaves its words there when the session is repeated', async () => {
		const { sessionId } = session;
		const { done, facilitator, tenantId, around } = house;
		const agenda = await listSteps(around.db, tenantId, sessionId);
		const steps = agenda.map((step) => ({
			...step,
			...(step.kind === 'cluster' && { title: 'Grundstück am Elmweg', prompt: 'Wer kauft es?' })
		}));
		await close();
		await done(changeAgenda, facilitator, { sessionId, basis: basisOf(agenda), steps });
		await session.goTo('cluster');
		await session.goTo('weigh');
		await reopen();
		const again = await done(repeatSession, facilitator, { sessionId });
		const repeated = await listSteps(around.db, tenantId, again.sessionId);
		expect(JSON.stringify(repeated)).not.toMatch(/Elmweg|kauft/);
		expect(repeated.map(({ kind, minutes }) => [kind, minutes])).toEqual(
			agenda.map(({ kind, minutes }) => [kind, minutes])
		);
	});

	test('hiding and blackening reach every board of the session', async () => {
		const { sessionId, guest } = session;
		const idea = await writes(guest.guest, 'Gast Ada ist krank');
		await house.done(revealCards, house.facilitator, { sessionId });
		await close();
		const part = (await session.now()).boardId;
		const hide = (hidden: boolean) =>
			house.done(hideCards, house.facilitator, { sessionId, participantId: guest.participantId, hidden });
		await hide(true);
		for (const boardId of [part, session.boardId]) expect(await wordsOn(boardId)).not.toContain('Gast Ada ist krank');
		await hide(false);
		for (const boardId of [part, session.boardId]) expect(await wordsOn(boardId)).toContain('Gast Ada ist krank');
		await house.done(blackenCard, house.facilitator, { sessionId, elementId: idea });
		for (const boardId of [part, session.boardId]) expect(await wordsOn(boardId)).not.toContain('Gast Ada ist krank');
	});

	test('the end of the session is the end of the part', async () => {
		await close();
		await writes(session.member.guest, 'Nur drinnen');
		await house.done(endSession, house.facilitator, { sessionId: session.sessionId });
		const { state, boardId, nonPublicPartId } = await session.now();
		expect({ state, boardId, nonPublicPartId }).toEqual({
			state: 'ended',
			boardId: session.boardId,
			nonPublicPartId: null
		});
		expect((await standings(session.guest.guest)).has('participant')).toBe(true);
		expect(await house.run(closeToPublic, house.facilitator, { sessionId: session.sessionId })).toMatchObject({
			problem: { code: 'session.closed' }
		});
	});
});
