import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BoardDocs } from '#board/board-docs.ts';
import { addElement } from '#board/operations/add-elements.ts';
import { newElementId } from '#board/ids.ts';
import { Origin } from '#board/shape.ts';
import { boardDocuments } from '#protocol/document-names.ts';
import { canonicalJson } from '#domain/texts/canonical-json.ts';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, holdWorkshop, type House, type TestActor } from '../../tests/support/house.ts';
import type { OpenDatabase } from '../db/client.ts';
import { listMinutes } from '../db/repositories/minutes.ts';
import { findSession, listSteps } from '../db/repositories/sessions.ts';
import { people } from '../db/schema/organisation.ts';
import { cards, participants } from '../db/schema/sessions.ts';
import { sha256 } from '../ids.ts';
import { readBoardNow } from '../live/board-content.ts';
import { gatherMinutes } from '../minutes/gather-minutes.ts';
import type { AnyCommand } from './command.ts';
import { createSession } from './create-session.ts';
import { erasePerson } from './erase-person.ts';
import { joinSession } from './join-session.ts';
import { endSession, moveStep } from './move-step.ts';
import { releaseMinutes } from './release-minutes.ts';
import { removeParticipant } from './remove-participant.ts';
import { saveMinutes } from './save-minutes.ts';
import { submitCard } from './submit-card.ts';

let database: OpenDatabase;
let house: House;
beforeAll(async () => {
	database = await openOwnTestDatabase();
	house = await furnish(database.db);
});
afterAll(() => database.close());

const words = { place: 'Kreishaus, Raum 12', summary: 'Es ging um Radwege.', remarks: '', openPoints: '' };

async function minutesOf(sessionId: string) {
	const session = await findSession(database.db, house.tenantId, sessionId);
	const readBoard = (boardId: string) => readBoardNow(database.db, boardId);
	return gatherMinutes(database.db, session!, { part: 'public', now: house.around.clock(), readBoard });
}

async function aGuest(code: string | undefined, name: string): Promise<TestActor> {
	const { person } = await house.done(joinSession, { kind: 'anonymous' }, { code, name, group: 'expert' });
	return { kind: 'person', personId: person.personId, tenantId: house.tenantId, role: 'guest' };
}

describe('the minutes', () => {
	test('are ready while the session still runs, with the real times of its steps and every card once', async () => {
		const { sessionId, options } = await holdWorkshop(house, ['Radwege', 'Lesepaten', 'Bürgerbus'], { close: false });
		const minutes = await minutesOf(sessionId);
		expect(minutes.session).toMatchObject({ state: 'running', endedAt: null });
		expect(minutes.attendance).toHaveLength(3);
		expect(minutes.facilitators).toMatchObject([{ personId: house.facilitator.personId }]);
		const [arrive, collect, , weigh] = minutes.steps;
		expect(arrive!.visits[0]!.until).toBe(collect!.visits[0]!.from);
		expect(weigh!.visits).toMatchObject([{ until: null }]);
		const named = minutes.steps.flatMap(({ piles }) => piles.flatMap(({ cards }) => cards.map(({ text }) => text)));
		expect(named.sort()).toEqual(['Bürgerbus', 'Lesepaten', 'Radwege']);
		expect(minutes.rounds).toMatchObject([{ state: 'open', cast: 3, result: null, voteClass: 'working-decision' }]);
		expect(minutes.openPoints).toEqual([{ kind: 'open-round', question: 'Was bringt uns am meisten voran?' }]);
		expect(minutes.rounds[0]!.options.map(({ elementId }) => typeof elementId)).toEqual(options.map(() => 'string'));
		expect(JSON.stringify(minutes)).not.toMatch(/Gast \d/);
	});

	test('coming back to a step is another visit, and the end closes the last one', async () => {
		const { sessionId } = await house.done(createSession, house.facilitator, {
			processId: house.processId,
			title: 'Zurück und vor',
			template: 'potential-workshop'
		});
		for (const to of ['next', 'next', 'back', 'next']) await house.done(moveStep, house.facilitator, { sessionId, to });
		await house.done(endSession, house.facilitator, { sessionId });
		const { steps, session } = await minutesOf(sessionId);
		expect(steps.map(({ visits }) => visits.length)).toEqual([2, 2, 0, 0, 0]);
		expect(steps[1]!.visits[1]!.until).toBe(session.endedAt);
	});

	test('hold no word of hidden cards and none of withdrawn or erased ones; who was removed was still there', async () => {
		const { sessionId } = await house.done(createSession, house.facilitator, {
			processId: house.processId,
			title: 'Verdeckt',
			template: 'potential-workshop'
		});
		const session = await findSession(database.db, house.tenantId, sessionId);
		const [ada, ben] = [await aGuest(session?.code, 'Ada'), await aGuest(session?.code, 'Ben')];
		const collect = (await listSteps(database.db, house.tenantId, sessionId)).find(({ kind }) => kind === 'collect')!;
		await house.done(moveStep, house.facilitator, { sessionId, to: 'next' });
		await house.done(moveStep, house.facilitator, { sessionId, to: collect.id });
		await house.done(submitCard, ada, { sessionId, text: 'Geheime Idee' });
		await house.done(submitCard, ben, { sessionId, text: 'Noch eine' });
		const [place] = await database.db.select().from(participants).where(eq(participants.personId, ben.personId));
		await house.done(removeParticipant, house.facilitator, { sessionId, participantId: place!.id });
		const minutes = await minutesOf(sessionId);
		expect(JSON.stringify(minutes)).not.toMatch(/Geheime|Noch eine/);
		expect(minutes.steps[1]!.hidden).toBe(2);
		expect(minutes.attendance.map(({ stays }) => stays.at(-1)?.until === null)).toEqual([true, false]);
		await house.done(erasePerson, { ...house.steering, role: 'admin' }, { personId: ben.personId });
		expect((await minutesOf(sessionId)).steps[1]!.hidden).toBe(1);
	});

	test('a note that somebody wrote on the board itself is in them too', async () => {
		const { sessionId, boardId } = await holdWorkshop(house, ['Radwege']);
		expect((await minutesOf(sessionId)).boardCards).toEqual([]);
		await drawOn(boardId, 'Von Hand');
		expect((await minutesOf(sessionId)).boardCards).toMatchObject([{ text: 'Von Hand', number: 2 }]);
	});
});

/** Somebody writes a note on the board itself, as a laptop in the room does. */
async function drawOn(boardId: string, text: string) {
	const { scaffold, cards } = boardDocuments(boardId);
	await database.db.transaction((tx) =>
		house.around.documents.changeDocuments(tx, [scaffold, cards], (docOf) =>
			addElement(
				new BoardDocs(docOf(scaffold), docOf(cards)),
				{ id: newElementId(randomBytes), type: 'note', by: 'laptop', text },
				new Origin('server'),
				Math.random
			)
		)
	);
}

describe('a draft of the minutes', () => {
	test('is kept for whoever writes at the same time: the second is told and nothing is lost', async () => {
		const { sessionId } = await holdWorkshop(house, ['Radwege']);
		const first = { sessionId, number: 1, rev: 0, edits: words };
		expect(await house.done(saveMinutes, house.facilitator, first)).toMatchObject({ rev: 1 });
		expect(await house.run(saveMinutes, house.facilitator, { ...first, edits: { summary: 'Meins' } })).toEqual({
			ok: false,
			problem: { code: 'thing.changed-meanwhile', kind: 'minutes' }
		});
		const [draft] = await listMinutes(database.db, house.tenantId, sessionId);
		expect(draft).toMatchObject({ state: 'draft', rev: 1, edits: words });
	});

	test('only who leads the session or its process writes and releases it', async () => {
		const { sessionId } = await holdWorkshop(house, ['Radwege']);
		const session = await findSession(database.db, house.tenantId, sessionId);
		const guest = await aGuest(session?.code, 'Cem');
		for (const actor of [guest, house.member, house.steering])
			for (const command of [saveMinutes, releaseMinutes] as AnyCommand[])
				expect(await house.run(command, actor, { sessionId, number: 1, rev: 0, edits: words })).toMatchObject({
					problem: { code: 'right.missing' }
				});
	});

	test('words that are too long are refused by the name of their part', async () => {
		const { sessionId } = await holdWorkshop(house, ['Radwege']);
		const edits = { ...words, remarks: 'x'.repeat(10_001) };
		expect(await house.run(saveMinutes, house.facilitator, { sessionId, number: 1, rev: 0, edits })).toEqual({
			ok: false,
			problem: { code: 'input.too-long', field: 'remarks', limit: 10_000 }
		});
	});
});

describe('a released version of the minutes', () => {
	test('waits for the end of the session', async () => {
		const { sessionId } = await holdWorkshop(house, ['Radwege']);
		const input = { sessionId, number: 1, rev: 0, edits: words };
		expect(await house.run(releaseMinutes, house.facilitator, input)).toEqual({
			ok: false,
			problem: { code: 'minutes.session-not-ended' }
		});
		expect(await listMinutes(database.db, house.tenantId, sessionId)).toEqual([]);
	});

	test('never changes, whatever happens to the session; a correction is the next one', async () => {
		const { sessionId } = await holdWorkshop(house, ['Radwege']);
		await house.done(endSession, house.facilitator, { sessionId });
		const input = { sessionId, number: 1, rev: 0, edits: words };
		await house.done(releaseMinutes, house.facilitator, input);
		const [before] = await listMinutes(database.db, house.tenantId, sessionId);
		expect(before).toMatchObject({ state: 'released', number: 1, releasedBy: house.facilitator.personId });
		expect(sha256(canonicalJson(before!.content))).toBe(before!.sha256);

		await database.db.update(cards).set({ text: 'Anderes' }).where(eq(cards.sessionId, sessionId));
		for (const command of [saveMinutes, releaseMinutes] as AnyCommand[])
			expect(await house.run(command, house.facilitator, input)).toMatchObject({
				problem: { code: 'thing.changed-meanwhile' }
			});
		const second = { ...input, number: 2, edits: { ...words, remarks: 'Berichtigt.' } };
		await house.done(releaseMinutes, house.facilitator, second);
		const [newer, older] = await listMinutes(database.db, house.tenantId, sessionId);
		expect(older).toEqual(before);
		expect(newer).toMatchObject({ number: 2, content: { edits: { remarks: 'Berichtigt.' } } });
		expect(newer!.sha256).not.toBe(older!.sha256);
	});

	test('holds no names, so that an erased person is gone from it and its fingerprint still fits', async () => {
		const { sessionId } = await holdWorkshop(house, ['Radwege']);
		await house.done(endSession, house.facilitator, { sessionId });
		await house.done(releaseMinutes, house.facilitator, { sessionId, number: 1, rev: 0, edits: words });
		const [released] = await listMinutes(database.db, house.tenantId, sessionId);
		expect(JSON.stringify(released)).not.toMatch(/\bGast\b/);
		const personId = released!.content!.minutes.attendance[0]!.personId;
		await house.done(erasePerson, { ...house.steering, role: 'admin' }, { personId });
		const [person] = await database.db.select().from(people).where(eq(people.id, personId));
		expect(person!.name).toBeNull();
		const [after] = await listMinutes(database.db, house.tenantId, sessionId);
		expect(sha256(canonicalJson(after!.content))).toBe(released!.sha256);
	});
});
