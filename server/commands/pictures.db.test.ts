import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addElement } from '#board/operations/add-elements.ts';
import { deleteElements } from '#board/operations/delete-elements.ts';
import { Origin, type Layer } from '#board/shape.ts';
import { pictureLimits } from '#domain/pictures/picture.ts';
import { blackened } from '#domain/sessions/blackened.ts';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, type House, type TestActor } from '../../tests/support/house.ts';
import { aPicture } from '../../tests/support/pictures.ts';
import { atTheBoard } from '../../tests/support/topics.ts';
import type { OpenDatabase } from '../db/client.ts';
import { countPictures, findPicture } from '../db/repositories/pictures.ts';
import { findSession, listSteps } from '../db/repositories/sessions.ts';
import { people } from '../db/schema/organisation.ts';
import { pictures } from '../db/schema/pictures.ts';
import { boards } from '../db/schema/processes.ts';
import { participants } from '../db/schema/sessions.ts';
import { newId, sha256 } from '../ids.ts';
import { readBoardNow } from '../live/board-content.ts';
import { addPicture } from './add-picture.ts';
import { blackenCard } from './blacken-card.ts';
import { bringPicture } from './bring-picture.ts';
import { createSession } from './create-session.ts';
import { erasePerson } from './erase-person.ts';
import { hideCards } from './hide-cards.ts';
import { joinSession } from './join-session.ts';
import { moveStep } from './move-step.ts';
import { removeRehearsal } from './remove-rehearsal.ts';
import { repeatSession } from './repeat-session.ts';
import { startRehearsal } from './start-rehearsal.ts';

let database: OpenDatabase;
let house: House;
beforeAll(async () => {
	database = await openOwnTestDatabase();
	house = await furnish(database.db);
});
afterAll(() => database.close());

const content = (bytes = aPicture()) => Buffer.from(bytes).toString('base64');
const origin = new Origin('user');

async function aSession() {
	const { facilitator, processId } = house;
	return house.done(createSession, facilitator, { processId, title: 'Klausur', template: 'potential-workshop' });
}

async function aGuest(sessionId: string, name: string) {
	const session = await findSession(database.db, house.tenantId, sessionId);
	const came = { code: session!.code, name, group: 'politics' };
	const { person } = await house.done(joinSession, { kind: 'anonymous' }, came);
	const actor: TestActor = { kind: 'person', personId: person.personId, tenantId: house.tenantId, role: 'guest' };
	const [place] = await database.db.select().from(participants).where(eq(participants.personId, actor.personId));
	return { actor, participantId: place!.id };
}

async function toStep(sessionId: string, kind: string) {
	const steps = await listSteps(database.db, house.tenantId, sessionId);
	if (kind !== 'arrive') await house.run(moveStep, house.facilitator, { sessionId, to: 'next' });
	await house.done(moveStep, house.facilitator, { sessionId, to: steps.find((step) => step.kind === kind)!.id });
}

const lay = (boardId: string, id: string, picture: string, by: string, layer: Layer = 'cards') =>
	atTheBoard(database.db, boardId, (docs) =>
		addElement(docs, { id, type: 'image', by, layer, text: 'Rathaus', own: { picture } }, origin, Math.random)
	);
const kept = (boardId: string) => countPictures(database.db, house.tenantId, boardId);

describe('a picture of a board', () => {
	test('is kept under its fingerprint, the same one once', async () => {
		const { boardId } = await aSession();
		const first = await house.done(addPicture, house.facilitator, { boardId, content: content() });
		expect(first).toEqual({ picture: sha256(aPicture()), kind: 'png', size: aPicture().length, w: 120, h: 80 });
		expect(await house.done(addPicture, house.facilitator, { boardId, content: content() })).toEqual(first);
		expect(await kept(boardId)).toBe(1);
		const found = await findPicture(database.db, house.tenantId, boardId, first.picture);
		expect(Buffer.from(found!.bytes)).toEqual(Buffer.from(aPicture()));
	});

	test('comes only from who may lay cards at this moment', async () => {
		const { sessionId, boardId } = await aSession();
		const guest = await aGuest(sessionId, 'Ada');
		const send = (actor: TestActor) => house.run(addPicture, actor, { boardId, content: content() });
		await toStep(sessionId, 'collect');
		expect(await send(guest.actor)).toMatchObject({ problem: { code: 'right.missing' } });
		expect(await send(house.member)).toMatchObject({ problem: { code: 'right.missing' } });
		expect(await send(house.steering)).toMatchObject({ problem: { code: 'right.missing' } });
		await toStep(sessionId, 'cluster');
		expect(await send(guest.actor)).toMatchObject({ ok: true });
		await database.db.update(boards).set({ state: 'frozen' }).where(eq(boards.id, boardId));
		expect(await send(house.facilitator)).toMatchObject({ problem: { code: 'right.missing' } });
	});

	test('is refused when it is something else, or when the board keeps too many', async () => {
		const { boardId } = await aSession();
		const { tenantId, facilitator } = house;
		const send = (bytes: Uint8Array) => house.run(addPicture, facilitator, { boardId, content: content(bytes) });
		expect(await send(Buffer.from('<svg/>'))).toMatchObject({ problem: { code: 'picture.kind-unknown' } });
		const rows = Array.from({ length: pictureLimits.perBoard }, (_, at) => ({
			tenantId,
			boardId,
			sha256: sha256(String(at)),
			kind: 'png' as const,
			size: 1,
			bytes: Uint8Array.of(1),
			addedBy: facilitator.personId,
			createdAt: new Date()
		}));
		await database.db.insert(pictures).values(rows);
		expect(await send(aPicture())).toMatchObject({ problem: { code: 'picture.too-many', limit: 100 } });
	});

	test('can be copied to another board only by who may see it where it is', async () => {
		const [from, to] = [await aSession(), await aSession()];
		const guest = await aGuest(to.sessionId, 'Ada');
		await toStep(to.sessionId, 'cluster');
		const { picture } = await house.done(addPicture, house.facilitator, {
			boardId: from.boardId,
			content: content(aPicture([1, 2, 3]))
		});
		const input = { boardId: to.boardId, picture };
		expect(await house.run(bringPicture, guest.actor, input)).toMatchObject({ problem: { code: 'thing.not-found' } });
		await house.done(bringPicture, house.facilitator, input);
		expect(await kept(to.boardId)).toBe(1);
	});

	test('goes along when the session is repeated, and goes with the board of a rehearsal', async () => {
		const { sessionId, boardId } = await aSession();
		const { picture } = await house.done(addPicture, house.facilitator, { boardId, content: content() });
		await lay(boardId, 'image0000001', picture, 'somebody', 'scaffold');
		const again = await house.done(repeatSession, house.facilitator, { sessionId });
		expect(await kept(again.boardId)).toBe(1);
		const shown = (await readBoardNow(database.db, again.boardId)).elements.filter(({ type }) => type === 'image');
		expect(shown).toMatchObject([{ picture, text: 'Rathaus', layer: 'scaffold' }]);
		const rehearsal = await house.done(startRehearsal, house.facilitator, { sessionId });
		const session = await findSession(database.db, house.tenantId, rehearsal.sessionId);
		expect(await kept(session!.boardId)).toBe(1);
		await house.done(removeRehearsal, house.facilitator, { sessionId: rehearsal.sessionId });
		expect(await kept(session!.boardId)).toBe(0);
	});

	test('is kept back with the cards of its author', async () => {
		const { sessionId, boardId } = await aSession();
		const { participantId } = await aGuest(sessionId, 'Ada');
		await lay(boardId, 'image0000002', sha256('x'), participantId);
		const shown = async () => (await readBoardNow(database.db, boardId)).elements.some(({ type }) => type === 'image');
		await house.done(hideCards, house.facilitator, { sessionId, participantId, hidden: true });
		expect(await shown()).toBe(false);
		await house.done(hideCards, house.facilitator, { sessionId, participantId, hidden: false });
		expect(await shown()).toBe(true);
	});

	test('is gone for good when it is blackened', async () => {
		const { sessionId, boardId } = await aSession();
		const { picture } = await house.done(addPicture, house.facilitator, { boardId, content: content() });
		await lay(boardId, 'image0000003', picture, 'somebody');
		await house.done(blackenCard, house.facilitator, { sessionId, elementId: 'image0000003' });
		const element = (await readBoardNow(database.db, boardId)).byId.get('image0000003');
		expect(element).toMatchObject({ type: 'image', text: blackened });
		expect(element?.picture).toBeUndefined();
		expect(await kept(boardId)).toBe(0);
	});

	test('that was thrown away goes when a person who was there is erased, and one that is shown stays', async () => {
		const { sessionId, boardId } = await aSession();
		const { actor, participantId } = await aGuest(sessionId, 'Ada');
		await toStep(sessionId, 'cluster');
		const ids = ['image0000004', 'image0000005'] as const;
		for (const [at, id] of ids.entries()) {
			const bytes = aPicture([at, 0, 0]);
			const { picture } = await house.done(addPicture, actor, { boardId, content: content(bytes) });
			await lay(boardId, id, picture, participantId);
		}
		const deletion = { by: participantId, at: 1 };
		await atTheBoard(database.db, boardId, (docs) => deleteElements(docs, [ids[0]], deletion, origin));
		const admin: TestActor = { ...house.steering, role: 'admin', personId: newId() };
		await house.done(erasePerson, admin, { personId: actor.personId });
		expect(await kept(boardId)).toBe(1);
		const [person] = await database.db.select().from(people).where(eq(people.id, actor.personId));
		expect(person?.name).toBeNull();
	});
});
