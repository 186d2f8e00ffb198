import { eq } from 'drizzle-orm';
import type { IncomingMessage } from 'node:http';
import { beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { docToPlain, plainToDoc } from '#domain/texts/doc.ts';
import { freeze } from '#domain/texts/text-version.ts';
import { formatDocumentName, type DocumentAddress } from '#protocol/document-names.ts';
import { readBody } from '#text/read-body.ts';
import { inRolledBackTransaction, openTestDatabase } from '../../tests/support/database.ts';
import type { Actor } from '../auth/actor.ts';
import { Sessions } from '../auth/sessions.ts';
import type { OpenDatabase } from '../db/client.ts';
import type { Database } from '../db/database.ts';
import { findVersion, listVersions } from '../db/repositories/texts.ts';
import { agreements } from '../db/schema/consensus.ts';
import { accounts, people, tenants } from '../db/schema/organisation.ts';
import { boards, processes, processMembers, textVersions } from '../db/schema/processes.ts';
import { agendaSteps, liveSessions, participants } from '../db/schema/sessions.ts';
import { documentAccess } from '../document-access.ts';
import { newId, newSecret, sha256 } from '../ids.ts';
import { changeDocuments, readDocument } from '../sync/server-changes.ts';
import { createText } from './create-text.ts';
import { execute, type Surroundings } from './execute.ts';
import type { Announcement } from './context.ts';
import { freezeText } from './freeze-text.ts';
import { inviteDrafters } from './invite-drafters.ts';

let database: OpenDatabase;
beforeAll(async () => void (database = await openTestDatabase()));

const createdAt = new Date('2026-11-21T10:00:00Z');
const agreedWords = 'Schulplätze in Wohnortnähe\nHier ansetzen';

/** A session with a facilitator, a council member and a guest, and somebody from elsewhere. */
async function town(db: Database) {
	const [tenantId, elsewhere, processId, boardId, sessionId] = [newId(), newId(), newId(), newId(), newId()];
	const [stepId, agreementId, agreedId] = [newId(), newId(), newId()];
	const [facilitator, council, guest, stranger] = [newId(), newId(), newId(), newId()];
	await db.insert(tenants).values([
		{ id: tenantId, key: 'unna', name: 'Kreis Unna', kind: 'kreis', createdAt },
		{ id: elsewhere, key: 'mitte', name: 'Mitte', kind: 'bezirk', createdAt }
	]);
	const person = (id: string, name: string, kind: 'account' | 'guest', of = tenantId) =>
		({ tenantId: of, id, name, kind, createdAt }) as const;
	await db
		.insert(people)
		.values([
			person(facilitator, 'Frau Muster', 'account'),
			person(council, 'Herr Beispiel', 'account'),
			person(guest, 'Gast 7', 'guest'),
			person(stranger, 'Fremde', 'account', elsewhere)
		]);
	const account = (personId: string, of = tenantId) =>
		({
			tenantId: of,
			id: newId(),
			personId,
			email: `${personId}@example.org`,
			passwordHash: '',
			role: 'member',
			createdAt
		}) as const;
	await db.insert(accounts).values([account(facilitator), account(council), account(stranger, elsewhere)]);
	await db.insert(processes).values({ tenantId, id: processId, title: 'Strategie', kind: 'concept', createdAt });
	await db.insert(processMembers).values({ tenantId, processId, personId: facilitator, role: 'lead' });
	await db.insert(boards).values({ tenantId, id: boardId, processId, title: 'Board', createdAt });
	await db.insert(liveSessions).values({
		tenantId,
		id: sessionId,
		processId,
		boardId,
		title: 'Runde',
		state: 'running',
		code: '482913',
		joinToken: newSecret(),
		createdBy: facilitator,
		createdAt
	});
	await db
		.insert(agendaSteps)
		.values({ tenantId, id: stepId, sessionId, position: 0, kind: 'collect', title: 'Sammeln', minutes: 5, createdAt });
	await db.update(liveSessions).set({ currentStepId: stepId }).where(eq(liveSessions.id, sessionId));
	const joined = (personId: string, role: 'facilitator' | 'participant') => ({
		tenantId,
		id: newId(),
		sessionId,
		personId,
		role,
		createdAt
	});
	await db
		.insert(participants)
		.values([joined(facilitator, 'facilitator'), joined(council, 'participant'), joined(guest, 'participant')]);
	const agreed = freeze(plainToDoc(agreedWords), sha256);
	await db.insert(textVersions).values({
		tenantId,
		id: agreedId,
		kind: 'candidate',
		...agreed,
		source: { from: 'import', file: 'workshop' },
		createdAt
	});
	await db.insert(agreements).values({
		tenantId,
		id: agreementId,
		sessionId,
		method: 'consent',
		textVersionId: agreedId,
		state: 'recorded',
		recordedBy: facilitator,
		createdAt
	});
	const actor = (personId: string, role: 'member' | 'guest', of = tenantId): Actor => ({
		kind: 'person',
		personId,
		tenantId: of,
		role
	});
	return {
		tenantId,
		processId,
		boardId,
		sessionId,
		stepId,
		agreementId,
		people: { facilitator, council, guest, stranger },
		facilitator: actor(facilitator, 'member'),
		council: actor(council, 'member'),
		guest: actor(guest, 'guest'),
		stranger: actor(stranger, 'member', elsewhere)
	};
}

/** The program around the commands, without sockets. */
function around(db: Database) {
	const told: Announcement[] = [];
	const author = { client: 4711, now: () => createdAt };
	const surroundings: Surroundings = {
		db,
		documents: { readDocument, changeDocuments: (tx, names, apply) => changeDocuments(tx, names, apply, author) },
		clock: () => createdAt,
		published: (_changes, announcements) => void told.push(...announcements)
	};
	const read = async (textId: string) => {
		const doc = new Y.Doc();
		Y.applyUpdate(doc, await readDocument(db, formatDocumentName({ kind: 'text', id: textId })));
		return readBody(doc);
	};
	const write = (textId: string, words: string) =>
		db.transaction((tx) =>
			changeDocuments(
				tx,
				[formatDocumentName({ kind: 'text', id: textId })],
				(docOf) => {
					const line = new Y.XmlElement('paragraph');
					line.insert(0, [new Y.XmlText(words)]);
					docOf(formatDocumentName({ kind: 'text', id: textId }))
						.getXmlFragment('body')
						.push([line]);
				},
				author
			)
		);
	const access = documentAccess(db, new Sessions(db));
	const right = async (personId: string, address: DocumentAddress) =>
		(await access.grant({ personId, sessionEnds: null }, address)).right;
	return { surroundings, told, read, write, access, right };
}

const inTown = (
	check: (given: { town: Awaited<ReturnType<typeof town>>; db: Database } & ReturnType<typeof around>) => Promise<void>
) => inRolledBackTransaction(database.db, async (db) => check({ town: await town(db), db, ...around(db) }));

type Given = Parameters<Parameters<typeof inTown>[0]>[0];

async function wordingOf({ surroundings, town }: Given): Promise<string> {
	const { sessionId, agreementId, facilitator } = town;
	const input = { title: 'Schulplätze', kind: 'wording', sessionId, agreementId };
	const made = await execute(surroundings, createText, facilitator, input);
	if (!made.ok) throw new Error(made.problem.code);
	return made.value.textId;
}

describe('a text', () => {
	test('begins with its title, so that nobody meets a blank page', () =>
		inTown(async ({ surroundings, town, read }) => {
			const input = { title: 'Vision 2035', kind: 'vision', processId: town.processId };
			const made = await execute(surroundings, createText, town.facilitator, input);
			expect(made.ok && docToPlain(await read(made.value.textId))).toBe('Vision 2035');
		}));

	test('that words an agreement begins with the agreed words, and there is only one', () =>
		inTown(async (given) => {
			const first = await wordingOf(given);
			expect(docToPlain(await given.read(first))).toBe(agreedWords);
			expect(await wordingOf(given)).toBe(first);
			expect(given.told).toEqual([{ kind: 'session.changed', sessionId: given.town.sessionId }]);
		}));

	test('is not begun by somebody who only takes part, and not in another organisation', () =>
		inTown(async ({ surroundings, town }) => {
			const input = { title: 'Vision', kind: 'vision', processId: town.processId };
			expect(await execute(surroundings, createText, town.council, input)).toMatchObject({
				problem: { code: 'right.missing' }
			});
			expect(await execute(surroundings, createText, town.stranger, input)).toMatchObject({
				problem: { code: 'thing.not-found' }
			});
		}));
});

describe('the drafting group', () => {
	test('lets participants of the session write along, and nobody else', () =>
		inTown(async (given) => {
			const { surroundings, town, right, told } = given;
			const id = await wordingOf(given);
			const text = { kind: 'text', id } as const;
			expect(await right(town.people.council, text)).toBe('read');
			const personIds = [town.people.council, town.people.guest];
			expect(await execute(surroundings, inviteDrafters, town.facilitator, { textId: id, personIds })).toMatchObject({
				value: { drafters: 2 }
			});
			expect(told).toContainEqual({ kind: 'access.changed', documentPrefix: `text:${id}` });
			expect(await right(town.people.council, text)).toBe('write');
			expect(await right(town.people.guest, text)).toBe('write');
			expect(await right(town.people.stranger, text)).toBe('none');

			const stranger = { textId: id, personIds: [town.people.stranger] };
			expect(await execute(surroundings, inviteDrafters, town.facilitator, stranger)).toMatchObject({
				problem: { kind: 'person' }
			});
			expect(await execute(surroundings, inviteDrafters, town.council, { textId: id, personIds })).toMatchObject({
				problem: { code: 'right.missing' }
			});

			await execute(surroundings, inviteDrafters, town.facilitator, { textId: id, personIds: [town.people.guest] });
			expect(await right(town.people.council, text)).toBe('read');
		}));
});

describe('a version', () => {
	test('keeps the words it was frozen with, and unchanged words get no second number', () =>
		inTown(async (given) => {
			const { surroundings, town, db, write } = given;
			const textId = await wordingOf(given);
			const freezeIt = () => execute(surroundings, freezeText, town.facilitator, { textId, keepOpen: true });
			const first = await freezeIt();
			expect(first).toMatchObject({ value: { number: '1' } });
			expect(await freezeIt()).toEqual(first);
			await write(textId, 'Nachtrag');
			expect(await freezeIt()).toMatchObject({ value: { number: '2' } });
			expect((await listVersions(db, town.tenantId, textId)).map(({ number }) => number)).toEqual(['2', '1']);
			const kept = await findVersion(db, town.tenantId, textId, '1');
			expect(kept && docToPlain(kept.doc)).toBe(agreedWords);
		}));

	test('of a text that is closed is the last: nobody writes to it any more', () =>
		inTown(async (given) => {
			const { surroundings, town, write, right, told } = given;
			const textId = await wordingOf(given);
			const close = () => execute(surroundings, freezeText, town.facilitator, { textId, keepOpen: false });
			expect(await close()).toMatchObject({ value: { number: '1' } });
			expect(told).toContainEqual({ kind: 'access.changed', documentPrefix: `text:${textId}` });
			expect(await right(town.people.facilitator, { kind: 'text', id: textId })).toBe('read');
			expect(await write(textId, 'Nachtrag')).toMatchObject({ problem: { code: 'document.frozen' } });
			expect(await close()).toMatchObject({ problem: { code: 'document.frozen' } });
		}));

	test('needs words', () =>
		inTown(async ({ surroundings, town }) => {
			const input = { title: 'Notiz', kind: 'note', processId: town.processId };
			const made = await execute(surroundings, createText, town.facilitator, input);
			const textId = made.ok ? made.value.textId : '';
			expect(await execute(surroundings, freezeText, town.facilitator, { textId, keepOpen: true })).toMatchObject({
				problem: { code: 'text.empty' }
			});
		}));
});

describe('who opens which document', () => {
	test('participants move cards only while the running session orders them, and never the scaffold', () =>
		inTown(async ({ town, db, right }) => {
			const cards = { kind: 'board', id: town.boardId, part: 'cards' } as const;
			const scaffold = { ...cards, part: 'scaffold' } as const;
			expect(await right(town.people.facilitator, scaffold)).toBe('write');
			expect(await right(town.people.council, cards)).toBe('read');
			await db.update(agendaSteps).set({ kind: 'cluster' }).where(eq(agendaSteps.id, town.stepId));
			expect(await right(town.people.council, cards)).toBe('write');
			expect(await right(town.people.council, scaffold)).toBe('read');
			await db.update(liveSessions).set({ state: 'paused' }).where(eq(liveSessions.id, town.sessionId));
			expect(await right(town.people.council, cards)).toBe('read');
			expect(await right(town.people.facilitator, cards)).toBe('write');
			await db.update(boards).set({ state: 'archived' }).where(eq(boards.id, town.boardId));
			expect(await right(town.people.facilitator, cards)).toBe('read');
		}));

	test('who was removed or comes from elsewhere finds nothing', () =>
		inTown(async ({ town, db, right }) => {
			const cards = { kind: 'board', id: town.boardId, part: 'cards' } as const;
			await db.update(participants).set({ removedAt: createdAt }).where(eq(participants.personId, town.people.guest));
			expect(await right(town.people.guest, cards)).toBe('none');
			expect(await right(town.people.stranger, cards)).toBe('none');
			expect(await right(newId(), cards)).toBe('none');
		}));

	test('the server says who somebody is, by her session cookie', () =>
		inTown(async ({ town, db, access }) => {
			const sessions = new Sessions(db);
			const cookie = await sessions.start({ personId: town.people.guest, tenantId: town.tenantId });
			const request = { headers: { cookie: `wr_session=${cookie}` } } as IncomingMessage;
			const visitor = await access.identify(request);
			expect(visitor).toMatchObject({ personId: town.people.guest, sessionEnds: expect.any(Date) });
			expect(await access.identify({ headers: {} } as IncomingMessage)).toBeNull();
			const grant = await access.grant(visitor!, { kind: 'board', id: town.boardId, part: 'cards' });
			expect(grant).toMatchObject({ tenantId: town.tenantId, identity: { name: 'Gast 7', role: 'participant' } });
		}));
});
