import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, holdWorkshop, type House } from '../../tests/support/house.ts';
import type { OpenDatabase } from '../db/client.ts';
import { bytesOf, findMaterial, listMaterials } from '../db/repositories/materials.ts';
import { listSteps } from '../db/repositories/sessions.ts';
import { processes } from '../db/schema/processes.ts';
import { newId } from '../ids.ts';
import { readBoardNow } from '../live/board-content.ts';
import { notesIn } from '../live/board-projection.ts';
import { LiveSessions } from '../live/live-sessions.ts';
import { addMaterial } from './add-material.ts';
import { createSession } from './create-session.ts';
import { layImpulses } from './lay-impulses.ts';
import { moveStep } from './move-step.ts';
import { removeMaterial } from './remove-material.ts';
import { showImpulses } from './show-impulses.ts';

let database: OpenDatabase;
let house: House;
beforeAll(async () => {
	database = await openOwnTestDatabase();
	house = await furnish(database.db);
});
afterAll(() => database.close());

const survey = 'Thema;Anteil\nRadwege;43 %\nPflege;12 %\n';
const inBase64 = (text: string) => Buffer.from(text).toString('base64');

async function keep(name: string, content: string) {
	const { processId, facilitator } = house;
	return (await house.done(addMaterial, facilitator, { processId, name, content: inBase64(content) })).materialId;
}

async function aSession(template: string) {
	const { processId, facilitator } = house;
	return house.done(createSession, facilitator, { processId, title: 'Fachgruppe', template });
}

const columns = { heads: true, textColumn: 0, shareColumn: 1, source: 'Bürgerbefragung 2024' };

describe('files of a process', () => {
	test('are kept with their bytes and listed with size and who added them, until somebody removes them', async () => {
		const materialId = await keep('Bericht.pdf', '%PDF-1.7 Inhalt');
		const { tenantId, processId } = house;
		const [listed] = await listMaterials(database.db, tenantId, processId);
		expect(listed).toMatchObject({ id: materialId, name: 'Bericht.pdf', kind: 'pdf', size: 15, addedBy: 'member' });
		expect(Buffer.from(await bytesOf(database.db, tenantId, materialId)).toString()).toBe('%PDF-1.7 Inhalt');
		await house.done(removeMaterial, house.facilitator, { materialId });
		expect(await findMaterial(database.db, tenantId, materialId)).toBeNull();
		expect(await house.run(removeMaterial, house.facilitator, { materialId })).toMatchObject({
			problem: { code: 'thing.not-found' }
		});
	});

	test('are kept and removed only by who leads the process', async () => {
		const materialId = await keep('Umfrage.csv', survey);
		const { processId, member } = house;
		const input = { processId, name: 'x.pdf', content: inBase64('%PDF-1.7') };
		expect(await house.run(addMaterial, member, input)).toMatchObject({ problem: { code: 'right.missing' } });
		for (const command of [removeMaterial, layImpulses])
			expect(
				await house.run(command as typeof removeMaterial, member, {
					materialId,
					boardIds: [newId()],
					...columns
				})
			).toMatchObject({ problem: { code: 'right.missing' } });
	});
});

describe('survey results as impulse cards', () => {
	test('lie locked and with their source on every chosen board, and a second time nothing is added', async () => {
		const materialId = await keep('Umfrage.csv', survey);
		const [one, two] = [await aSession('potential-workshop'), await aSession('then-and-now')];
		const input = { materialId, boardIds: [one.boardId, two.boardId], ...columns };
		expect(await house.done(layImpulses, house.facilitator, input)).toEqual({ laid: 4, there: 0, boards: 2 });
		expect(await house.done(layImpulses, house.facilitator, input)).toEqual({ laid: 0, there: 4, boards: 2 });
		for (const { boardId, sessionId } of [one, two]) {
			const board = await readBoardNow(database.db, boardId);
			const steps = await listSteps(database.db, house.tenantId, sessionId);
			const evidence = steps.find(({ kind }) => kind === 'discuss') ?? steps.find(({ kind }) => kind === 'arrive');
			const cards = notesIn(board, evidence!.areaId!);
			expect(cards.map(({ text }) => text)).toContain('Radwege (43 %)\nQuelle: Bürgerbefragung 2024');
			expect(cards.every(({ layer }) => layer === 'scaffold')).toBe(true);
		}
		const again = await keep('Umfrage (2).csv', survey);
		expect(await house.done(layImpulses, house.facilitator, { ...input, materialId: again })).toMatchObject({
			laid: 0
		});
		const listed = await listMaterials(database.db, house.tenantId, house.processId);
		expect(listed.find(({ id }) => id === materialId)).toMatchObject({ boards: 2, cards: 4 });
	});

	test('lie on no board of another process, and on none at all if one row does not fit', async () => {
		const materialId = await keep('Umfrage.csv', survey);
		const processId = newId();
		const { tenantId, steering } = house;
		const createdAt = new Date();
		await database.db.insert(processes).values({ tenantId, id: processId, title: 'Anderer', kind: 'x', createdAt });
		const elsewhere = await house.done(createSession, steering, {
			processId,
			title: 'X',
			template: 'potential-workshop'
		});
		const here = await aSession('potential-workshop');
		expect(
			await house.run(layImpulses, house.facilitator, { materialId, boardIds: [elsewhere.boardId], ...columns })
		).toMatchObject({ problem: { code: 'thing.not-found' } });
		const long = await keep('Lang.csv', `Thema\nkurz\n${'x'.repeat(700)}\n`);
		const tooLong = { ...columns, materialId: long, shareColumn: null, boardIds: [here.boardId] };
		expect(await house.run(layImpulses, house.facilitator, tooLong)).toMatchObject({
			problem: { code: 'table.row-too-long', row: 2 }
		});
		expect((await readBoardNow(database.db, here.boardId)).elements.some(({ type }) => type === 'note')).toBe(false);
	});

	test('appear on all screens when the facilitator shows them, until the next step', async () => {
		const materialId = await keep('Umfrage.csv', survey);
		const { sessionId, boardId } = await holdWorkshop(house, ['Radwege']);
		await house.done(layImpulses, house.facilitator, { materialId, boardIds: [boardId], ...columns });
		const live = new LiveSessions(database.db, house.around.clock, pino({ level: 'silent' }));
		const impulses = async () => (await live.stateFor(house.tenantId, sessionId, 'participant')).impulses.length;
		expect(await impulses()).toBe(0);
		await house.done(showImpulses, house.facilitator, { sessionId, shown: true });
		expect(await impulses()).toBe(2);
		expect(await live.stateFor(house.tenantId, sessionId, 'lead')).toMatchObject({
			evidence: { cards: 2, shown: true }
		});
		await house.done(moveStep, house.facilitator, { sessionId, to: 'next' });
		expect(await impulses()).toBe(0);
	});
});
