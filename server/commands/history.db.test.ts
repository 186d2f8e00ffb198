import { and, eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { BoardDocs } from '#board/board-docs.ts';
import { addElement } from '#board/operations/add-elements.ts';
import { deleteElements } from '#board/operations/delete-elements.ts';
import { editText } from '#board/operations/edit-text.ts';
import { Origin } from '#board/shape.ts';
import { readBoard } from '#board/snapshot.ts';
import { docToPlain } from '#domain/texts/doc.ts';
import { boardDocuments, formatDocumentName } from '#protocol/document-names.ts';
import { readBody } from '#text/read-body.ts';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, holdWorkshop, type House, type TestActor } from '../../tests/support/house.ts';
import { Participant, startInstance, until, type TestInstance } from '../../tests/support/sync.ts';
import type { OpenDatabase } from '../db/client.ts';
import { listCheckpoints } from '../db/repositories/checkpoints.ts';
import { documentClients, documents, documentSnapshots, documentUpdates } from '../db/schema/documents.ts';
import { accounts, authSessions, people } from '../db/schema/organisation.ts';
import { cards, liveSessions, participants } from '../db/schema/sessions.ts';
import { newId } from '../ids.ts';
import { pastBoard, pastText } from '../past.ts';
import { readDocument } from '../sync/server-changes.ts';
import { createCheckpoint } from './create-checkpoint.ts';
import { createSession } from './create-session.ts';
import { createText } from './create-text.ts';
import { erasePerson } from './erase-person.ts';
import { reachOfErasure } from './erasure-reach.ts';
import { execute, type Surroundings } from './execute.ts';
import { joinSession } from './join-session.ts';
import { endSession, moveStep } from './move-step.ts';
import { restoreCheckpoint } from './restore-checkpoint.ts';
import { submitCard } from './submit-card.ts';
import { withdrawCard } from './withdraw-card.ts';
import { listSteps } from '../db/repositories/sessions.ts';

let database: OpenDatabase;
let house: House;
let instance: TestInstance;
const here: Participant[] = [];

beforeAll(async () => {
	database = await openOwnTestDatabase();
	house = await furnish(database.db);
	instance = await startInstance(database.db, { tenantId: house.tenantId });
}, 120_000);
afterEach(() => {
	for (const participant of here.splice(0)) participant.leave();
});
afterAll(async () => {
	await instance.close();
	await database.close();
});

/** A board on which people meet, as two of them have it open. */
async function openBoard() {
	const { sessionId, boardId } = await house.done(createSession, house.facilitator, {
		processId: house.processId,
		title: 'Probe',
		template: 'potential-workshop'
	});
	return { sessionId, boardId, anna: await sit(boardId, 'anna'), bert: await sit(boardId, 'bert') };
}

/** Somebody with a board open, through the standard client. */
async function sit(boardId: string, cookie: string) {
	const names = boardDocuments(boardId);
	const both = [new Participant(instance, names.scaffold, cookie), new Participant(instance, names.cards, cookie)];
	here.push(...both);
	for (const each of both) await each.synced();
	const docs = new BoardDocs(both[0]!.doc, both[1]!.doc);
	const saved = () => until(() => both.every((each) => each.isSaved));
	return { docs, saved, origin: new Origin('user') };
}

type Seat = Awaited<ReturnType<typeof sit>>;

async function lay(at: Seat, id: string, text: string): Promise<void> {
	addElement(at.docs, { id, type: 'note', by: 'p1', text }, at.origin, Math.random);
	await at.saved();
}

const notes = ({ docs }: Seat) =>
	readBoard(docs)
		.elements.filter(({ type }) => type === 'note')
		.map(({ text }) => text)
		.sort();

/** Carries out a command in the process in which people have their documents open. */
function live(): Surroundings {
	return {
		...house.around,
		documents: instance.sync,
		published(changes, announcements) {
			for (const change of changes) instance.sync.ingestCommitted(change);
			for (const said of announcements) if (said.kind === 'access.changed') void instance.sync.recheck(said);
		}
	};
}

async function restore(written: object, checkpointId: string): Promise<string> {
	const done = await execute(live(), restoreCheckpoint, house.facilitator, { ...written, checkpointId });
	if (!done.ok) throw new Error(done.problem.code);
	return done.value.checkpointId;
}

async function mark(written: object, name = 'Vor der Pause'): Promise<string> {
	return (await house.done(createCheckpoint, house.facilitator, { ...written, name })).checkpointId;
}

test('each step of a session is marked before it begins, and so are the reveal and the end', async () => {
	const { sessionId, boardId } = await holdWorkshop(house, ['Radweg', 'Bus']);
	await house.done(endSession, house.facilitator, { sessionId });
	const found = await listCheckpoints(database.db, Object.values(boardDocuments(boardId)));
	expect(found.map(({ kind, label, by }) => [kind, label.step?.kind, by]).reverse()).toEqual([
		['start', 'arrive', 'member'],
		['step', 'collect', 'member'],
		['reveal', 'collect', 'member'],
		['step', 'weigh', 'member'],
		['end', undefined, 'member']
	]);
	const textsAt = async (kind: string) => {
		const docs = await pastBoard(database.db, boardId, found.find((one) => one.kind === kind)!.id);
		return readBoard(docs).elements.flatMap(({ type, text }) => (type === 'note' ? [text] : []));
	};
	expect(await textsAt('reveal')).not.toContain('Radweg');
	expect(await textsAt('end')).toEqual(expect.arrayContaining(['Radweg', 'Bus']));
});

test('going back on the agenda does not overwrite an earlier mark', async () => {
	const { sessionId, boardId } = await openBoard();
	for (const to of ['next', 'next', 'back']) await house.done(moveStep, house.facilitator, { sessionId, to });
	const found = await listCheckpoints(database.db, Object.values(boardDocuments(boardId)));
	expect(found.map(({ kind }) => kind)).toEqual(['step', 'step', 'start']);
});

test('two people see a board come back live, and bringing back the state before undoes it', async () => {
	const { boardId, anna, bert } = await openBoard();
	await lay(anna, 'n1', 'Radweg');
	const early = await mark({ boardId });
	editText(bert.docs, 'n1', { after: 'Autobahn' }, bert.origin);
	await lay(bert, 'n2', 'Bus');
	await until(() => notes(anna).join() === 'Autobahn,Bus');
	const before = await restore({ boardId }, early);
	await until(() => [anna, bert].every((seat) => notes(seat).join() === 'Radweg'));
	await restore({ boardId }, before);
	await until(() => [anna, bert].every((seat) => notes(seat).join() === 'Autobahn,Bus'));
	const late = await sit(boardId, 'cora');
	expect(notes(late)).toEqual(['Autobahn', 'Bus']);
});

test('who writes while a board comes back is neither thrown out nor overwritten', async () => {
	const { boardId, anna, bert } = await openBoard();
	await lay(anna, 'n1', 'Radweg');
	const early = await mark({ boardId });
	await lay(anna, 'n2', 'Bus');
	await until(() => notes(bert).join() === 'Bus,Radweg');
	const done = restore({ boardId }, early);
	for (let index = 0; index < 20; index++) {
		editText(bert.docs, 'n1', { after: `Radweg ${'!'.repeat(index)}` }, bert.origin);
		editText(bert.docs, 'n2', { after: `Bus ${index}` }, bert.origin);
		await new Promise((resolve) => setTimeout(resolve, 2));
	}
	await done;
	await bert.saved();
	await until(() => notes(anna).join() === notes(bert).join() && notes(anna).length === 1);
	expect(notes(anna)[0]).toContain('Radweg');
	expect(readBoard(anna.docs).byId.get('n2')).toMatchObject({ text: 'Bus 19', deleted: {} });
});

test('a text comes back with its words, and the return can be undone', async () => {
	const { textId } = await house.done(createText, house.facilitator, {
		processId: house.processId,
		title: 'Vision',
		kind: 'vision'
	});
	const early = await mark({ textId });
	const anna = new Participant(instance, formatDocumentName({ kind: 'text', id: textId }), 'anna');
	here.push(anna);
	await anna.synced();
	const paragraph = anna.doc.getXmlFragment('body').get(1) as Y.XmlElement;
	const words = new Y.XmlText('Wir gestalten.');
	paragraph.insert(0, [words]);
	await until(() => anna.isSaved);
	const plain = () => docToPlain(readBody(anna.doc));
	const before = await restore({ textId }, early);
	await until(() => !plain().includes('Wir gestalten.'));
	expect(docToPlain(readBody(await pastText(database.db, textId, before)))).toContain('Wir gestalten.');
	await restore({ textId }, before);
	await until(() => plain().includes('Wir gestalten.'));
});

test('only who may write all of a board marks its states or brings them back', async () => {
	const { boardId } = await openBoard();
	const id = await mark({ boardId });
	for (const actor of [house.member, house.steering]) {
		expect(await house.run(createCheckpoint, actor, { boardId, name: 'Meiner' })).toMatchObject({
			ok: false,
			problem: { code: 'right.missing' }
		});
		expect(await house.run(restoreCheckpoint, actor, { boardId, checkpointId: id })).toMatchObject({
			ok: false,
			problem: { code: 'right.missing' }
		});
	}
	const other = await openBoard();
	expect(await house.run(restoreCheckpoint, house.facilitator, { boardId: other.boardId, checkpointId: id })).toEqual({
		ok: false,
		problem: { code: 'thing.not-found', kind: 'checkpoint' }
	});
});

const admin = (): TestActor => ({ ...house.steering, personId: newId(), role: 'admin' });

/** A guest who has sent a card, taken one back, and whose card on the board was binned by the facilitator. */
async function guestOf({ sessionId, anna }: { sessionId: string; anna: Seat }) {
	const { db } = database;
	const [session] = await db.select().from(liveSessions).where(eq(liveSessions.id, sessionId));
	const { person } = await house.done(
		joinSession,
		{ kind: 'anonymous' },
		{
			code: session!.code,
			name: 'Gast Dora',
			group: 'politics'
		}
	);
	const dora: TestActor = { kind: 'person', personId: person.personId, tenantId: house.tenantId, role: 'guest' };
	const steps = await listSteps(db, house.tenantId, sessionId);
	const collect = steps.find(({ kind }) => kind === 'collect')!;
	await house.done(moveStep, house.facilitator, { sessionId, to: 'next' });
	await house.done(moveStep, house.facilitator, { sessionId, to: collect.id });
	const { cardId } = await house.done(submitCard, dora, { sessionId, text: 'Zurückgenommen' });
	await house.done(withdrawCard, dora, { cardId });
	for (const [id, text] of [
		['dora1', 'Weggeworfen'],
		['dora2', 'Geblieben']
	] as const)
		addElement(anna.docs, { id, type: 'note', by: dora.personId, text }, anna.origin, Math.random);
	deleteElements(anna.docs, ['dora1'], { by: 'p1', at: 1 }, anna.origin);
	await anna.saved();
	return dora;
}

test('a person is erased: no name, no account, no thrown away words, and the board still shows what stands on it', async () => {
	const { db } = database;
	const { sessionId, boardId, anna } = await openBoard();
	const dora = await guestOf({ sessionId, anna });
	await house.done(erasePerson, admin(), { personId: dora.personId });
	const [row] = await db.select().from(people).where(eq(people.id, dora.personId));
	expect(row).toMatchObject({ name: null });
	expect(row!.erasedAt).not.toBeNull();
	for (const table of [accounts, authSessions])
		expect(await db.$count(table, eq(table.personId, dora.personId))).toBe(0);
	const name = boardDocuments(boardId).cards;
	const bytes = Buffer.from(await readDocument(db, name));
	expect([bytes.includes('Geblieben'), bytes.includes('Weggeworfen')]).toEqual([true, false]);
	expect(await db.$count(documentUpdates, eq(documentUpdates.document, name))).toBe(0);
	const [snapshot] = await db.select().from(documentSnapshots).where(eq(documentSnapshots.document, name));
	expect(Buffer.from(snapshot!.bytes).includes('Weggeworfen')).toBe(false);
	expect(await db.$count(documentClients, eq(documentClients.person, dora.personId))).toBe(0);
	const [inSession] = await db.select().from(participants).where(eq(participants.personId, dora.personId));
	const hers = await db.select().from(cards).where(eq(cards.participantId, inSession!.id));
	expect(hers.map(({ text }) => text)).toEqual(['']);
	const left = await listCheckpoints(db, Object.values(boardDocuments(boardId)));
	expect(left.map(({ kind }) => kind)).toEqual(['erasure']);
	expect(await db.$count(documents, eq(documents.epoch, 1))).toBeGreaterThanOrEqual(2);
});

test('nobody erases herself, and only the administration erases anybody', async () => {
	const self = admin();
	const { tenantId } = house;
	await database.db
		.insert(people)
		.values({ tenantId, id: self.personId, name: 'Verwaltung', kind: 'account', createdAt: new Date() });
	expect(await house.run(erasePerson, self, { personId: self.personId })).toEqual({
		ok: false,
		problem: { code: 'person.is-oneself' }
	});
	for (const actor of [house.steering, house.facilitator])
		expect(await house.run(erasePerson, actor, { personId: self.personId })).toMatchObject({
			problem: { code: 'right.missing' }
		});
});

test('the words that somebody once sent go with her, and the board still shows what stands on it', async () => {
	const { db } = database;
	const { sessionId, boardId } = await holdWorkshop(house, ['Radweg', 'Bus']);
	const [card] = await db
		.select({ personId: participants.personId })
		.from(cards)
		.innerJoin(participants, eq(participants.id, cards.participantId))
		.where(and(eq(cards.sessionId, sessionId), eq(cards.text, 'Radweg')));
	await house.done(erasePerson, admin(), { personId: card!.personId });
	const sent = await db.select().from(cards).where(eq(cards.sessionId, sessionId));
	expect(sent.map(({ text, withdrawnAt }) => [text, withdrawnAt]).sort()).toEqual([
		['', null],
		['Bus', null]
	]);
	const board = await readDocument(db, boardDocuments(boardId).cards);
	expect(Buffer.from(board).includes('Radweg')).toBe(true);
});

test('a name typed to confirm must be the name of this person, whatever its blanks and capitals', async () => {
	const { sessionId, boardId, anna } = await openBoard();
	const dora = await guestOf({ sessionId, anna });
	for (const confirmedName of ['', 'Gast', 'Gast Cora'])
		expect(await house.run(erasePerson, admin(), { personId: dora.personId, confirmedName })).toEqual({
			ok: false,
			problem: { code: 'person.name-differs' }
		});
	const reach = await database.db.transaction((tx) => reachOfErasure(tx, house.tenantId, dora.personId));
	expect(reach).toMatchObject({ places: [{ sessionId }], boardIds: [boardId], textIds: [] });
	await house.done(erasePerson, admin(), { personId: dora.personId, confirmedName: ' gast  Dora ' });
	const [row] = await database.db.select().from(people).where(eq(people.id, dora.personId));
	expect(row).toMatchObject({ name: null });
});
