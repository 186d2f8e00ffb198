import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeLayer } from '#board/operations/change-layer.ts';
import { Origin } from '#board/shape.ts';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, holdWorkshop, type House } from '../../tests/support/house.ts';
import type { OpenDatabase } from '../db/client.ts';
import { findSession, listParticipants, listSteps } from '../db/repositories/sessions.ts';
import { rounds } from '../db/schema/consensus.ts';
import { cards } from '../db/schema/sessions.ts';
import { BoardContent } from '../live/board-content.ts';
import { changeBoard } from './boards.ts';
import { basisOf, changeAgenda } from './change-agenda.ts';
import { defineCommand } from './command.ts';
import { execute } from './execute.ts';
import { endSession } from './move-step.ts';
import { repeatSession } from './repeat-session.ts';
import { placeOfSession } from './session-places.ts';

let database: OpenDatabase;
let house: House;
beforeAll(async () => {
	database = await openOwnTestDatabase();
	house = await furnish(database.db);
});
afterAll(() => database.close());

const session = async (id: string) => (await findSession(database.db, house.tenantId, id))!;
const board = (id: string) => new BoardContent(database.db).read(id);

/** Locks an element as the facilitator does on the board. */
const lock = defineCommand({
	name: 'lock',
	right: 'board.write-scaffold',
	input: v.object({ sessionId: v.string(), boardId: v.string(), id: v.string() }),
	place: placeOfSession,
	run: (ctx, { boardId, id }) =>
		changeBoard(ctx, boardId, (docs) => changeLayer(docs, [id], 'scaffold', new Origin('server'))),
	audit: ({ boardId }) => ({ entity: 'board', entityId: boardId })
});

describe('a workshop is repeated', () => {
	test('the agenda comes along as it was changed, each step in its area', async () => {
		const { db } = database;
		const { sessionId, boardId } = await holdWorkshop(house, ['Mehr Radwege']);
		const before = await listSteps(db, house.tenantId, sessionId);
		const steps = before.map((step) => ({ ...step, minutes: step.minutes + 7 }));
		await house.done(changeAgenda, house.facilitator, { sessionId, basis: basisOf(before), steps });
		const again = await house.done(repeatSession, house.facilitator, { sessionId });

		const [old, fresh] = [await board(boardId), await board(again.boardId)];
		const after = await listSteps(db, house.tenantId, again.sessionId);
		expect(after.map(({ title, prompt, minutes, kind }) => [title, prompt, minutes, kind])).toEqual(
			steps.map(({ title, prompt, minutes, kind }) => [title, prompt, minutes, kind])
		);
		const areaOf = (areaId: string | null, on: typeof old) => on.byId.get(areaId ?? '')?.text;
		expect(after.map(({ areaId }) => areaOf(areaId, fresh))).toEqual(before.map(({ areaId }) => areaOf(areaId, old)));
		expect(areaOf(after[1]!.areaId, fresh)).toBe('Sammeln');
		expect(after.every(({ revealed }) => !revealed)).toBe(true);
	});

	test('the scaffold comes along, and nothing of what participants wrote, also not what was locked', async () => {
		const { sessionId, boardId, elementIds } = await holdWorkshop(house, ['Mehr Radwege', 'Mehr Busse']);
		await house.done(lock, house.facilitator, { sessionId, boardId, id: elementIds[0] });
		const again = await house.done(repeatSession, house.facilitator, { sessionId });
		const [old, fresh] = [await board(boardId), await board(again.boardId)];
		const scaffold = old.elements.filter(({ layer, id }) => layer === 'scaffold' && !elementIds.includes(id));
		const laid = ({ text, x, y, w, h }: (typeof scaffold)[number]) => [text, x, y, w, h];
		expect(fresh.elements.map(laid)).toEqual(scaffold.map(laid));
		expect(fresh.elements.map(({ text }) => text).join()).not.toContain('Mehr');
	});

	test('nobody and no vote is taken along, and the codes are new', async () => {
		const { db } = database;
		const { sessionId } = await holdWorkshop(house, ['Mehr Radwege']);
		await house.done(endSession, house.facilitator, { sessionId });
		const again = await house.done(repeatSession, house.facilitator, { sessionId, title: 'Zweite Runde' });
		const [old, fresh] = [await session(sessionId), await session(again.sessionId)];
		expect(fresh).toMatchObject({ title: 'Zweite Runde', state: 'lobby', processId: old.processId, endedAt: null });
		expect(fresh.joinToken).not.toBe(old.joinToken);
		expect(await listParticipants(db, house.tenantId, fresh.id)).toMatchObject([{ role: 'facilitator' }]);
		expect(await db.select().from(cards).where(eq(cards.sessionId, fresh.id))).toEqual([]);
		expect(await db.select().from(rounds).where(eq(rounds.sessionId, fresh.id))).toEqual([]);
	});

	test('a request that the network repeats makes one session', async () => {
		const { sessionId } = await holdWorkshop(house, ['Mehr Radwege']);
		const ask = () => execute(house.around, repeatSession, house.facilitator, { sessionId }, 'once');
		expect(await ask()).toEqual(await ask());
	});

	test('who may not create a session cannot repeat one', async () => {
		const { sessionId } = await holdWorkshop(house, ['Mehr Radwege']);
		const answer = await house.run(repeatSession, house.member, { sessionId });
		expect(answer).toMatchObject({ ok: false, problem: { code: 'right.missing', action: 'session.create' } });
	});
});
