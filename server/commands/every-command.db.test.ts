import { eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, type House, type TestActor } from '../../tests/support/house.ts';
import { passagesToDecide } from '#text/resubmission/passages.ts';
import { waysIn } from '#text/rewordings/place.ts';
import type { Actor } from '../auth/actor.ts';
import type { OpenDatabase } from '../db/client.ts';
import { auditEvents, auditHeads } from '../db/schema/audit.ts';
import { bodies, people, tenants } from '../db/schema/organisation.ts';
import { agendaSteps, liveSessions, participants } from '../db/schema/sessions.ts';
import { readLive, saying, writeLive } from '../../tests/support/live-text.ts';
import { aPicture } from '../../tests/support/pictures.ts';
import { optionsOf } from '../../tests/support/options.ts';
import { listGoals } from '../db/repositories/goals.ts';
import { listDepartments } from '../db/repositories/budgets.ts';
import { listSteps } from '../db/repositories/sessions.ts';
import { readSynthesis } from '../db/repositories/synthesis.ts';
import { listStops } from '../db/repositories/papers.ts';
import { findText, findVersion } from '../db/repositories/texts.ts';
import { listSheets } from '../db/repositories/reports.ts';
import { newId } from '../ids.ts';
import { readBoardsToTake } from '../web/text-sources.ts';
import { verifyAudit } from './audit.ts';
import { basisOf } from './change-agenda.ts';
import type { AnyCommand } from './command.ts';
import { commands } from './commands.ts';

type Name = keyof typeof commands;

let database: OpenDatabase;
let house: House;
const told: { name: Name; input: unknown }[] = [];

/** One step of the story that must succeed; it is remembered, so that strangers can try the same. */
async function tell(name: Name, actor: Actor, input: Record<string, unknown>): Promise<Record<string, string>> {
	told.push({ name, input });
	return (await house.done(commands[name] as AnyCommand, actor, input)) as Record<string, string>;
}

beforeAll(async () => {
	database = await openOwnTestDatabase();
	house = await furnish(database.db);
	await tellTheStory();
}, 120_000);
afterAll(() => database.close());

test('the story uses every command there is', () => {
	expect([...new Set(told.map(({ name }) => name))].sort()).toEqual(Object.keys(commands).sort());
});

test('each command stands in the list under its own name', () => {
	for (const [name, command] of Object.entries(commands)) expect(command.name).toBe(name);
});

test('each command left a line in the audit log, and the chain holds', async () => {
	const lines = await database.db
		.select({ command: auditEvents.command })
		.from(auditEvents)
		.where(eq(auditEvents.tenantId, house.tenantId));
	const recorded = new Set(lines.map(({ command }) => command));
	expect(Object.keys(commands).filter((name) => !recorded.has(name))).toEqual([]);
	expect(await verifyAudit(database.db, house.tenantId)).toMatchObject({ ok: true });
});

test('the audit log holds no words and no names', async () => {
	const lines = await database.db.select().from(auditEvents).where(eq(auditEvents.tenantId, house.tenantId));
	expect(JSON.stringify(lines)).not.toMatch(/Radweg|Gast Ada|Landrat|angekommen/);
});

test('somebody of another organisation changes nothing here, whatever her role', async () => {
	const before = await end();
	for (const role of ['admin', 'steering'] as const) {
		const stranger = await strangerAs(role);
		for (const { name, input } of told.filter((step) => step.name !== 'join-session')) {
			const answer = await house.run(commands[name] as AnyCommand, stranger, input);
			if (name === 'create-goal-system' || name === 'create-process') continue;
			expect(answer, name).toMatchObject({ ok: false, problem: { code: 'thing.not-found' } });
		}
	}
	expect(await end()).toEqual(before);
});

test('nobody can do anything without coming in first', async () => {
	const before = await end();
	for (const { name, input } of told.filter((step) => step.name !== 'join-session')) {
		const answer = await house.run(commands[name] as AnyCommand, { kind: 'anonymous' }, input);
		expect(answer.ok, name).toBe(false);
		if (!answer.ok) expect(['right.not-signed-in', 'thing.not-found'], name).toContain(answer.problem.code);
	}
	expect(await end()).toEqual(before);
});

test('a guest of one session can do nothing in the goal system', async () => {
	const formal: Name[] = ['promote', 'edit-goal', 'create-paper', 'release-paper', 'record-outcome', 'submit-sheet'];
	const [guest] = await database.db.select({ personId: people.id }).from(people).where(eq(people.kind, 'guest'));
	const actor: Actor = { kind: 'person', personId: guest!.personId, tenantId: house.tenantId, role: 'guest' };
	for (const { name, input } of told.filter((step) => formal.includes(step.name)))
		expect(await house.run(commands[name] as AnyCommand, actor, input), name).toMatchObject({
			problem: { code: 'right.missing' }
		});
});

async function end() {
	return database.db.select().from(auditHeads).where(eq(auditHeads.tenantId, house.tenantId));
}

async function strangerAs(role: TestActor['role']): Promise<TestActor> {
	const [tenantId, personId] = [newId(), newId()];
	const createdAt = new Date();
	await database.db.insert(tenants).values({ id: tenantId, key: tenantId, name: 'Anderswo', kind: 'kreis', createdAt });
	await database.db.insert(people).values({ tenantId, id: personId, name: 'Fremd', kind: 'account', createdAt });
	return { kind: 'person', personId, tenantId, role };
}

/** A process of its own with a group, which gets a member and a network. */
async function tellOfGroups() {
	const { steering } = house;
	const { processId = '' } = await tell('create-process', steering, { title: 'Klima', template: 'transformation' });
	const { groupIds } = (await tell('add-groups', steering, { processId, groups: 'Kernteam' })) as unknown as {
		groupIds: string[];
	};
	const [groupId] = groupIds;
	const member = { groupId, personId: steering.personId };
	await tell('change-group', steering, { groupId, room: 'Saal 1' });
	await tell('set-group-member', steering, { ...member, role: 'core' });
	await tell('remove-group-member', steering, member);
	await tell('set-wifi', steering, { processId, name: 'Gast', password: '' });
	await tell('pause-process', steering, { processId, reason: 'Bis die neue Vertretung angekommen ist' });
	await tell('continue-process', steering, { processId });
}

/** The topics of the process find their action space; one is left out. */
async function tellOfTheSynthesis(processId: string) {
	const { facilitator } = house;
	await tell('take-topics', facilitator, { processId });
	const { actionSpaceId = '' } = await tell('add-action-space', facilitator, { processId, title: 'Mobilität' });
	const before = { title: 'Mobilität', definition: '' };
	await tell('change-action-space', facilitator, { actionSpaceId, ...before, definition: 'Wege', before });
	for (const removed of [true, false]) await tell('remove-action-space', facilitator, { actionSpaceId, removed });
	const { topics } = await readSynthesis(database.db, house.tenantId, processId);
	const [first, ...others] = topics;
	await tell('leave-out-topic', facilitator, { topicId: first!.id, reason: 'Schon beschlossen' });
	for (const { id } of others) await tell('place-topic', facilitator, { topicId: id, actionSpaceId, placed: true });
	await tell('create-strategy-cards', facilitator, { processId });
}

/** Two departments share a pot, a session tries out what it is for, and the money is allocated and approved. */
async function tellOfTheBudget(processId: string) {
	const { facilitator, member } = house;
	const contributions = ['Tiefbau', 'Schulen'].map((name) => ({ name, amounts: { '2027': 100_000 } }));
	const pot = { processId, title: 'Mobilität', years: [2027], contributions };
	const { budgetId = '' } = await tell('create-joint-budget', facilitator, pot);
	await tell('change-joint-budget', facilitator, { budgetId, rev: 0, contributions });
	const [first, second] = await listDepartments(database.db, house.tenantId, budgetId);
	const [bodyId, other] = [first!.id, second!.id];
	await tell('name-department-head', facilitator, { budgetId, bodyId, personId: member.personId });
	const shares = [{ departmentId: bodyId, amounts: { '2027': 50_000 } }];
	const { measureId = '' } = await tell('add-measure', facilitator, { budgetId, title: 'Radweg', shares });
	await tell('change-measure', facilitator, { measureId, rev: 0, title: 'Radweg Nord', shares });
	for (const removed of [true, false]) await tell('remove-measure', facilitator, { measureId, removed });
	await tell('answer-share', member, { measureId, bodyId, answer: 'confirmed' });
	const session = { processId, title: 'Transformationsausschuss', template: 'potential-workshop' };
	const { sessionId } = await tell('create-session', facilitator, session);
	await tell('bring-budget', facilitator, { sessionId, budgetId });
	const scenario = { budgetId, sessionId, title: 'Wege zuerst', measureIds: [measureId] };
	const { scenarioId } = await tell('save-scenario', facilitator, { ...scenario, shared: true });
	await tell('remove-scenario', facilitator, { budgetId, sessionId, scenarioId });
	await tell('allocate-measures', facilitator, { budgetId, measureIds: [measureId] });
	for (const one of [bodyId, other])
		await tell('approve-allocation', one === bodyId ? member : facilitator, { measureId, bodyId: one });
}

/** From the workshop to the report sheet, each command at least once. */
async function tellTheStory() {
	const { db } = database;
	const { facilitator, steering, tenantId, processId, versionId } = house;
	const { sessionId = '', boardId = '' } = await tell('create-session', facilitator, {
		processId,
		title: 'Potentialworkshop',
		template: 'potential-workshop'
	});
	const [session] = await db.select().from(liveSessions).where(eq(liveSessions.id, sessionId));
	const planned = await listSteps(db, tenantId, sessionId);
	await tell('change-agenda', facilitator, { sessionId, basis: basisOf(planned), steps: planned });
	await tellOfTheMaterials(boardId, sessionId);
	const content = Buffer.from(aPicture()).toString('base64');
	const { picture } = await tell('add-picture', facilitator, { boardId, content });
	await tell('bring-picture', facilitator, { boardId, picture });
	const { elementId } = await tell('start-thread', facilitator, { boardId, on: null, text: 'angekommen?' });
	const { answerId } = await tell('answer-thread', facilitator, { boardId, elementId, text: 'angekommen!' });
	await tell('remove-answer', facilitator, { boardId, elementId, answerId });
	await tell('settle-thread', facilitator, { boardId, elementId, settled: true });
	const rehearsal = await tell('start-rehearsal', facilitator, { sessionId });
	await tell('remove-rehearsal', facilitator, { sessionId: rehearsal.sessionId });
	const guests: TestActor[] = [];
	for (const name of ['Gast Ada', 'Gast Ben', 'Gast Cem']) {
		const came = { code: session!.code, name, group: 'politics' };
		const { person } = (await tell('join-session', { kind: 'anonymous' }, came)) as unknown as {
			person: { personId: string };
		};
		guests.push({ kind: 'person', personId: person.personId, tenantId, role: 'guest' });
	}
	await tell('set-entrance', facilitator, { sessionId, entrance: 'waiting-room' });
	const came = { code: session!.code, name: 'Gast Dora', group: 'politics' };
	const newcomer = (await tell('join-session', { kind: 'anonymous' }, came)) as unknown as {
		participantId: string;
		person: { personId: string };
	};
	await tell('admit-participants', facilitator, { sessionId, participantIds: [newcomer.participantId] });
	const [ada, ben, cem] = guests as [TestActor, TestActor, TestActor];
	const doras: TestActor = { kind: 'person', personId: newcomer.person.personId, tenantId, role: 'guest' };
	const ofDora = { sessionId, participantId: newcomer.participantId };
	await tell('name-co-facilitator', facilitator, { ...ofDora, may: true });
	await tell('take-over-session', doras, { sessionId });
	await tell('name-co-facilitator', facilitator, { ...ofDora, may: false });
	await tell('share-devices', facilitator, { sessionId, allowed: true });
	await tell('bring-companion', ada, { sessionId, name: 'Gast Emil', group: 'politics' });
	const steps = await db.select().from(agendaSteps).where(eq(agendaSteps.sessionId, sessionId));
	const stepOf = (kind: string) => steps.find((step) => step.kind === kind)!.id;
	await tell('move-step', facilitator, { sessionId, to: 'next' });
	await tell('move-step', facilitator, { sessionId, to: stepOf('collect') });
	await tell('set-timer', facilitator, { sessionId, action: 'extend' });
	const card = await tell('submit-card', ada, { sessionId, text: 'Radweg nach Schöningen' });
	const other = await tell('submit-card', ben, { sessionId, text: 'Lesepaten' });
	const taken = await tell('submit-card', ben, { sessionId, text: 'Verschrieben' });
	await tell('withdraw-card', ben, { cardId: taken.cardId });
	await tell('set-ready', ada, { sessionId, ready: true });
	for (const here of [false, true]) await tell('set-presence', ada, { sessionId, here });
	await tell('raise-hand', ben, { sessionId, raised: true });
	const [waits] = await db.select().from(participants).where(eq(participants.personId, ben.personId));
	for (const covered of [true, false]) await tell('cover-projector', facilitator, { sessionId, covered });
	await tell('close-to-public', facilitator, { sessionId });
	await tell('reopen-to-public', facilitator, { sessionId });
	await tell('lower-hand', facilitator, { sessionId, participantId: waits!.id });
	for (const muted of [true, false])
		await tell('mute-participant', facilitator, { sessionId, participantId: waits!.id, muted });
	await tell('rename-participant', facilitator, { sessionId, participantId: waits!.id, name: 'Ben' });
	await tell('reveal-cards', facilitator, { sessionId });
	await tellTheOrder(sessionId, facilitator, [card.elementId!, other.elementId!]);
	for (const hidden of [true, false])
		await tell('hide-cards', facilitator, { sessionId, participantId: waits!.id, hidden });
	const named = await tell('submit-card', ben, { sessionId, text: 'Gast Ada ist krank' });
	await tell('blacken-card', facilitator, { sessionId, elementId: named.elementId });
	const [gone] = await db.select().from(participants).where(eq(participants.personId, cem.personId));
	await tell('remove-participant', facilitator, { sessionId, participantId: gone!.id });
	await tell('move-step', facilitator, { sessionId, to: stepOf('weigh') });
	await tell('set-presence', doras, { sessionId, here: false });
	const wrong = await tell('open-round', facilitator, { sessionId, question: 'Falsch', elementIds: [card.elementId] });
	await tell('cancel-round', facilitator, { roundId: wrong.roundId, reason: 'Die Frage war unklar' });
	const { roundId = '' } = await tell('open-round', facilitator, {
		sessionId,
		question: 'Was bringt uns voran?',
		elementIds: [card.elementId, other.elementId]
	});
	const [first] = await optionsOf(db, tenantId, roundId);
	for (const guest of [ada, ben]) await tell('cast-ballot', guest, { roundId, ballot: { [first!.id]: 1 } });
	await tell('add-argument', ada, { roundId, optionId: first!.id, kind: 'pro', text: 'Spart Zeit.' });
	await tell('ask-to-vote', doras, { roundId });
	const late = { roundId, participantId: newcomer.participantId };
	await tell('decide-vote-request', facilitator, { ...late, admit: true });
	await tell('recuse-voter', doras, { roundId });
	await tell('close-round', facilitator, { roundId });
	const { agreementId } = await tell('record-agreement', facilitator, { roundId, optionId: first!.id });
	await tellTheHistory(boardId, facilitator, card.elementId!);
	const { textId = '' } = await tell('create-text', facilitator, {
		sessionId,
		agreementId,
		title: 'Kernsatz',
		kind: 'wording'
	});
	await tell('invite-drafters', facilitator, { textId, personIds: [ada.personId] });
	await tellOfTheSources(textId!, boardId, facilitator);
	await tellTheSuggestions(textId!, facilitator, ada);
	await tellOfTheRoom(textId!, ada, ben);
	await tell('freeze-text', facilitator, { textId, keepOpen: true });
	await tellTheAmendments(textId!, facilitator, ada);
	const worded = await tell('confirm-wording', facilitator, { agreementId, textId });
	await tell('call-everybody', facilitator, { sessionId });
	for (const elementId of [card.elementId, null]) await tell('show-large', facilitator, { sessionId, elementId });
	for (const asking of [true, false]) await tell('ask-for-help', facilitator, { sessionId, asking });
	await tell('end-session', facilitator, { sessionId });
	const edits = { place: 'Kreishaus', summary: 'Gut angekommen', remarks: '', openPoints: '' };
	await tell('save-minutes', facilitator, { sessionId, number: 1, rev: 0, edits });
	await tell('release-minutes', facilitator, { sessionId, number: 1, rev: 1, edits });
	await tell('repeat-session', facilitator, { sessionId });
	const { templateId } = await tell('save-session-template', facilitator, { sessionId, name: 'Radwege im Kreis' });
	await tell('rename-session-template', facilitator, { templateId, name: 'Radwege' });
	await tell('remove-session-template', facilitator, { templateId });
	const kept = await tell('save-board-template', facilitator, { boardId, name: 'Unser Board' });
	await tell('rename-board-template', facilitator, { templateId: kept.templateId, name: 'Board für Radwege' });
	await tell('remove-board-template', facilitator, { templateId: kept.templateId });
	await tellOfGroups();
	await tellOfTheSynthesis(processId);
	await tellOfTheBudget(processId);
	await tell('erase-person', { ...steering, personId: newId(), role: 'admin' }, { personId: cem.personId });

	const { itemId } = await tell('promote', steering, {
		agreementId: worded.agreementId,
		versionId,
		levelKey: 'massnahme',
		parentItemId: (await listGoals(db, tenantId, versionId)).find(({ levelKey }) => levelKey === 'aktionsraum')!.itemId,
		leadOffice: 'Referat A',
		horizonYear: 2035
	});
	await tell('edit-goal', steering, { versionId, itemId, leadOffice: 'Landrat' });
	await tell('record-indicator', steering, {
		versionId,
		itemId,
		title: 'Radwege',
		unit: 'km',
		direction: 'increase',
		operator: '>=',
		target: '12.5',
		targetYear: 2030
	});
	await tell('create-goal-system', steering, {
		name: 'Zielsystem',
		scheme: 'mitte',
		label: '2027',
		periodType: 'calendar-year',
		periodFrom: '2027',
		periodTo: '2027'
	});
	await tellTheResolution();
}

/** Two cards become two clusters, which come together; what is taken apart is put back. */
async function tellTheOrder(sessionId: string, facilitator: TestActor, [one, other]: [string, string]) {
	const title = 'Radweg';
	const { clusterId = '' } = await tell('group-cards', facilitator, { sessionId, elementIds: [one], title });
	const second = await tell('group-cards', facilitator, { sessionId, elementIds: [other], title });
	await tell('rename-cluster', facilitator, { sessionId, clusterId, title: 'Radwege' });
	await tell('merge-clusters', facilitator, { sessionId, clusterId: second.clusterId, into: clusterId });
	for (const locked of [true, false]) await tell('lock-cluster', facilitator, { sessionId, clusterId, locked });
	await tell('dissolve-cluster', facilitator, { sessionId, clusterId });
	await tell('restore-cluster', facilitator, { sessionId, clusterId });
	await tell('move-cards', facilitator, { sessionId, elementIds: [one, other], clusterId: null });
}

/** Two guests write in a room of their own, hand in what they wrote and go. */
async function tellOfTheRoom(textId: string, ada: TestActor, ben: TestActor) {
	const opened = await tell('open-group-room', ada, { textId, groupName: 'Gruppe angekommen' });
	const room = { textId: opened.roomId };
	await tell('set-group-room-members', ada, { ...room, personIds: [ben.personId] });
	await writeLive(house, opened.roomId!, saying('Radweg', 'Radweg angekommen'));
	await tell('take-over-original', ben, room);
	await tell('hand-in-group-room', ben, room);
	for (const member of [ada, ben]) await tell('leave-group-room', member, room);
}

/** A guest says something about something suggested for a text; the same commands as for a board. */
async function tellOfTheComments(textId: string, suggestionId: string | undefined, guest: TestActor) {
	const about = { textId, suggestionId, text: 'angekommen?' };
	const { threadId } = await tell('start-thread', guest, about);
	const { answerId } = await tell('answer-thread', guest, { textId, threadId, text: 'angekommen!' });
	await tell('remove-answer', guest, { textId, threadId, answerId });
	await tell('settle-thread', guest, { textId, threadId, settled: true });
}

async function tellOfTheMaterials(boardId: string, sessionId: string) {
	const { facilitator, processId } = house;
	const content = Buffer.from('Thema;Anteil\nRadwege;43 %').toString('base64');
	const { materialId } = await tell('add-material', facilitator, { processId, name: 'Umfrage.csv', content });
	const columns = { heads: true, textColumn: 0, shareColumn: 1, source: 'Umfrage angekommen' };
	await tell('lay-impulses', facilitator, { materialId, boardIds: [boardId], ...columns });
	await tell('show-impulses', facilitator, { sessionId, shown: true });
	await tell('remove-material', facilitator, { materialId });
}

async function tellTheHistory(boardId: string, facilitator: TestActor, elementId: string) {
	const { checkpointId } = await tell('create-checkpoint', facilitator, { boardId, name: 'Vor der Pause' });
	await tell('restore-elements', facilitator, { boardId, checkpointId, elements: [elementId] });
	await tell('restore-checkpoint', facilitator, { boardId, checkpointId });
}

async function tellTheResolution() {
	const { db } = database;
	const { steering, tenantId, processId, versionId } = house;
	const rows = await db
		.select()
		.from(bodies)
		.where(inArray(bodies.key, ['aws', 'kreistag']));
	const bodyOf = (key: string) => rows.find((body) => body.key === key)!.id;
	const { paperId = '' } = await tell('create-paper', steering, {
		processId,
		versionId,
		subject: 'Strategische Ziele',
		year: 2026,
		date: '2026-03-02'
	});
	const stop = { paperId, public: true };
	await tell('plan-consultation', steering, {
		...stop,
		bodyId: bodyOf('aws'),
		meetingDate: '2026-03-10',
		role: 'preparatory'
	});
	await tell('plan-consultation', steering, {
		...stop,
		bodyId: bodyOf('aws'),
		meetingDate: '2026-03-11',
		role: 'preparatory'
	});
	await tell('plan-consultation', steering, {
		...stop,
		bodyId: bodyOf('kreistag'),
		meetingDate: '2026-03-18',
		role: 'deciding'
	});
	const planned = await listStops(db, tenantId, paperId);
	await tell('remove-consultation', steering, { consultationId: planned[1]!.id });
	await tell('release-paper', steering, { paperId });
	await tell('give-paper-number', steering, { paperId, reference: '17/2026' });
	const [committee, council] = await listStops(db, tenantId, paperId);
	await tell('record-outcome', steering, { consultationId: committee!.id, outcome: 'adopted' });
	await tell('record-outcome', steering, {
		consultationId: council!.id,
		outcome: 'adopted',
		tally: { yes: 30, no: 2, abstain: 1 }
	});
	const { periodId = '' } = await tell('open-report-period', steering, { versionId, year: 2026, index: 1 });
	const [sheet] = await listSheets(db, tenantId, { id: periodId, versionId });
	const words = { sheetId: sheet!.id, contributions: 'angekommen', risks: 'keine', assessment: 'secured' };
	await tell('save-sheet', steering, { ...words, rev: sheet!.rev });
	await tell('submit-sheet', steering, { ...words, rev: sheet!.rev + 1 });
}

async function tellOfTheSources(textId: string, boardId: string, facilitator: TestActor) {
	const text = await findText(database.db, textId);
	const boards = await readBoardsToTake(database, facilitator, text!);
	const [group] = boards.find(({ id }) => id === boardId)!.groups;
	await tell('take-from-board', facilitator, { textId, boardId, elementIds: [group!.id], withCards: true });
}

async function tellTheSuggestions(textId: string, facilitator: TestActor, guest: TestActor) {
	const passage = (text: string) => [{ type: 'paragraph', attrs: { id: 'none' }, content: [{ type: 'text', text }] }];
	const rewordings = [{ before: passage('angekommen?'), after: passage('angekommen!') }];
	const { suggestionIds = '' } = await tell('suggest-wording', guest, { textId, rewordings, reason: 'angekommen' });
	const [suggestionId] = suggestionIds as unknown as string[];
	await tell('take-stance', guest, { textId, suggestionId, stance: 'agree' });
	await tellOfTheComments(textId, suggestionId, guest);
	const [paragraphId] = waysIn(await readLive(house, textId)).keys();
	await tell('discuss-paragraph', facilitator, { textId, paragraphId });
	await tellTheTies(textId, facilitator, guest);
	await tell('decide-suggestions', facilitator, { textId, suggestionIds, decision: 'deferred' });
	await tell('withdraw-suggestion', guest, { textId, suggestionId });
	await tell('consolidate-text', facilitator, { textId });
	await tell('set-last-day', facilitator, { textId, until: '2030-12-12' });
	const hours = { day: '2026-03-02', from: '09:00', until: '11:00' };
	await tell('begin-text-minutes', facilitator, { textId, title: 'Radwege', ...hours, present: ['Gast Ada'] });
}

/** Two suggestions for the same words are tied, and everything that can come of it is taken back. */
async function tellTheTies(textId: string, facilitator: TestActor, guest: TestActor) {
	const before = (await readLive(house, textId)).content!.slice(0, 1);
	const tied: string[] = [];
	for (const text of ['angekommen', 'willkommen']) {
		const rewordings = [{ before, after: [{ ...before[0]!, content: [{ type: 'text', text }] }] }];
		const { suggestionIds = '' } = await tell('suggest-wording', guest, { textId, rewordings });
		const [suggestionId = ''] = suggestionIds as unknown as string[];
		await tell('take-stance', guest, { textId, suggestionId, stance: 'agree' });
		tied.push(suggestionId);
	}
	for (const settle of ['call-run-off', 'keep-variants'] as const) {
		const { tieId } = await tell(settle, facilitator, { textId, suggestionIds: tied });
		await tell('take-back-tie', facilitator, { textId, tieId });
	}
}

async function tellTheAmendments(textId: string, facilitator: TestActor, guest: TestActor) {
	const version = { textId, number: '1' };
	const { doc } = (await findVersion(database.db, house.tenantId, textId, '1'))!;
	const before = doc.content!.slice(0, 1);
	const after = [{ ...before[0]!, content: [{ type: 'text', text: 'angekommen!' }] }];
	const motion = { ...version, before, after, reason: 'angekommen', groupName: 'Radwege' };
	const { amendmentId } = await tell('hand-in-amendment', guest, motion);
	const { amendmentId: other } = await tell('hand-in-amendment', guest, motion);
	await tell('recommend-amendment', facilitator, { ...version, amendmentId, recommendation: 'follow' });
	await tell('order-amendments', facilitator, { ...version, amendmentIds: [other, amendmentId] });
	await tell('withdraw-amendment', guest, { ...version, amendmentId: other });
	await tell('decide-amendment', facilitator, { ...version, amendmentId, state: 'rejected' });
	await tell('keep-resolved-text', facilitator, version);
	await tellTheResubmission(textId, facilitator);
}

/** What was resolved is presented again, passage by passage, and a new text begins from it. */
async function tellTheResubmission(textId: string, facilitator: TestActor) {
	const { resubmissionId = '' } = await tell('resubmit-text', facilitator, { textId, number: '2' });
	const { doc } = (await findVersion(database.db, house.tenantId, textId, '2'))!;
	for (const passage of passagesToDecide(doc).keys())
		await tell('choose-passage', facilitator, {
			...{ resubmissionId, passage, choice: 'give-up', reason: 'angekommen', rev: 0 }
		});
	await tell('begin-resubmitted-text', facilitator, { resubmissionId, title: 'Radwege, neu angekommen' });
}
