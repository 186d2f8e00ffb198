import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { closeCodes } from '#protocol/close-codes.ts';
import { boardDocuments, formatDocumentName, type DocumentName } from '#protocol/document-names.ts';
import { openSessionWithPublic, type SessionWithPublic } from '../../tests/support/closed-session.ts';
import { furnish, type House, type TestActor } from '../../tests/support/house.ts';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { later, Participant, startInstance, until, type TestInstance } from '../../tests/support/sync.ts';
import { Sessions } from '../auth/sessions.ts';
import type { OpenDatabase } from '../db/client.ts';
import { documentAccess } from '../document-access.ts';
import { closeToPublic } from './close-to-public.ts';
import { createText } from './create-text.ts';
import type { Command } from './command.ts';
import { execute } from './execute.ts';
import { inviteDrafters } from './invite-drafters.ts';
import { reopenToPublic } from './reopen-to-public.ts';

let database: OpenDatabase;
let house: House;
let instance: TestInstance;
let session: SessionWithPublic;
let people: Participant[] = [];
/** Who is who by the cookie of a test. */
let cookies: Record<string, TestActor>;

beforeAll(async () => {
	database = await openOwnTestDatabase();
	house = await furnish(database.db);
	const { grant } = documentAccess(database.db, new Sessions(database.db));
	instance = await startInstance(database.db, {
		access: {
			async identify(request) {
				const name = /wr_session=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
				const found = cookies[name];
				return found ? { personId: found.personId, sessionEnds: null } : null;
			},
			grant
		}
	});
});
afterAll(async () => {
	await instance.close();
	await database.close();
});
beforeEach(async () => {
	session = await openSessionWithPublic(house, 'cluster');
	const { guest, member, colleague } = session;
	cookies = { ada: guest.guest, bea: member.guest, cora: colleague.guest, lead: house.facilitator };
});
afterEach(() => {
	for (const person of people) person.leave();
	people = [];
});

/** Carries a command out as the running program does: open sockets hear of it. */
async function does(command: Command<never, unknown>): Promise<void> {
	const around = {
		...house.around,
		documents: instance.sync,
		published(
			changes: Parameters<typeof house.around.published>[0],
			told: Parameters<typeof house.around.published>[1]
		) {
			for (const change of changes) instance.sync.ingestCommitted(change);
			for (const one of told) if (one.kind === 'access.changed') void instance.sync.recheck(one);
		}
	};
	const done = await execute(around, command, house.facilitator, { sessionId: session.sessionId });
	if (!done.ok) throw new Error(done.problem.code);
}
const close = () => does(closeToPublic as never);
const reopen = () => does(reopenToPublic as never);

function opens(who: string, name: DocumentName, doc?: Y.Doc): Participant {
	const person = new Participant(instance, name, who, doc);
	people.push(person);
	return person;
}

test('open sockets of the public are cut within a second, those inside stay, and everybody is back by herself afterwards', async () => {
	const { cards } = boardDocuments(session.boardId);
	const [ada, bea, cora] = [
		await opens('ada', cards).synced(),
		await opens('bea', cards).synced(),
		await opens('cora', cards).synced()
	];
	const before = performance.now();
	await close();
	await until(() => ada.closes.length > 0 && cora.closes.length > 0);
	expect(performance.now() - before).toBeLessThan(1000);
	expect([ada.closes[0], cora.closes[0]]).toEqual([closeCodes.noAccess, closeCodes.noAccess]);
	expect(bea.closes).not.toContain(closeCodes.noAccess);
	// Her right was to write; now it rests and she reads it.
	await until(() => bea.provider.synced);
	await reopen();
	const again = await opens('ada', cards).synced();
	again.doc.getMap('meta').set('seen', true);
	await until(() => bea.doc.getMap('meta').get('seen') === true);
});

test('who of the public knocks meanwhile is refused at every document of the session, by whatever name', async () => {
	const { textId } = await house.done(createText, house.facilitator, {
		...{ sessionId: session.sessionId, title: 'Leitsätze', kind: 'guiding-principles' }
	});
	await house.done(inviteDrafters, house.facilitator, { textId, personIds: [session.guest.guest.personId] });
	await close();
	const { boardId } = await session.now();
	const names = [
		...Object.values(boardDocuments(session.boardId)),
		...Object.values(boardDocuments(boardId)),
		formatDocumentName({ kind: 'text', id: textId })
	];
	for (const name of names)
		for (const who of ['ada', 'cora']) {
			const knocks = opens(who, name);
			await until(() => knocks.closes.length > 0);
			expect([name, who, knocks.closes[0], knocks.provider.synced]).toEqual([name, who, closeCodes.noAccess, false]);
			knocks.leave();
		}
	expect((await opens('bea', boardDocuments(boardId).cards).synced()).closes).toEqual([]);
});

test('what is written inside never reaches the document that the public loads again', async () => {
	await close();
	const part = boardDocuments((await session.now()).boardId);
	const bea = await opens('bea', part.cards).synced();
	bea.doc.getMap('meta').set('geheim', 'Grundstück');
	await until(() => bea.isSaved);
	const resting = await opens('lead', boardDocuments(session.boardId).cards).synced();
	resting.doc.getMap('meta').set('geheim', 'Grundstück');
	await until(() => resting.closes.includes(closeCodes.noAccess));
	await reopen();
	const ada = await opens('ada', boardDocuments(session.boardId).cards).synced();
	await later(50);
	expect(ada.doc.getMap('meta').get('geheim')).toBeUndefined();
	expect(Buffer.from(Y.encodeStateAsUpdate(ada.doc)).includes('Grundst')).toBe(false);
});

test('what a guest wrote without a connection waits on her device and arrives once the session is public again', async () => {
	const { cards } = boardDocuments(session.boardId);
	const ada = await opens('ada', cards).synced();
	await close();
	await until(() => ada.closes.length > 0);
	ada.doc.getMap('meta').set('mine', 'noch nicht übertragen');
	await reopen();
	const again = await opens('ada', cards, ada.doc).synced();
	await until(() => again.isSaved);
	const bea = await opens('bea', cards).synced();
	expect(bea.doc.getMap('meta').get('mine')).toBe('noch nicht übertragen');
});
