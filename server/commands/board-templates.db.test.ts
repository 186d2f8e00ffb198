import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { writeLegend } from '#board/legend.ts';
import { addElement, addElements, type NewElement } from '#board/operations/add-elements.ts';
import { changeLayer } from '#board/operations/change-layer.ts';
import type { PlannedElement } from '#board/scaffold-plan.ts';
import { Origin } from '#board/shape.ts';
import { templateLimits } from '#domain/sessions/template-name.ts';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, holdWorkshop, type ClosedRound, type House } from '../../tests/support/house.ts';
import { neighbours } from '../../tests/support/neighbours.ts';
import { aPicture } from '../../tests/support/pictures.ts';
import { atTheBoard } from '../../tests/support/topics.ts';
import type { OpenDatabase } from '../db/client.ts';
import { listBoardTemplates } from '../db/repositories/kept-templates.ts';
import { findSession } from '../db/repositories/sessions.ts';
import { boardTemplates } from '../db/schema/kept-templates.ts';
import { cards } from '../db/schema/sessions.ts';
import { newId } from '../ids.ts';
import { readBoardNow } from '../live/board-content.ts';
import { offeredTemplates, readTemplatePlan } from '../web/board-templates.ts';
import { addPicture } from './add-picture.ts';
import { bringPicture } from './bring-picture.ts';
import { createSession } from './create-session.ts';
import { removeBoardTemplate } from './remove-board-template.ts';
import { renameBoardTemplate } from './rename-board-template.ts';
import { saveBoardTemplate } from './save-board-template.ts';

let database: OpenDatabase;
let house: House;
let held: ClosedRound;
let boardId: string;
const origin = new Origin('user');
beforeAll(async () => {
	database = await openOwnTestDatabase();
	house = await furnish(database.db);
	held = await holdWorkshop(house, ['Mehr Radwege', 'Mehr Busse']);
	boardId = (await findSession(database.db, house.tenantId, held.sessionId))!.boardId;
	await atTheBoard(database.db, boardId, (docs) => writeLegend(docs, { red: 'Hindernis' }, origin));
});
afterAll(() => database.close());
beforeEach(() => database.db.delete(boardTemplates));

const lay = (element: NewElement) =>
	atTheBoard(database.db, boardId, (docs) => addElement(docs, element, origin, Math.random));
const save = (name: string, areas?: string[]) =>
	house.run(saveBoardTemplate, house.facilitator, { boardId, name, ...(areas && { areas }) });
async function saved(name: string, areas?: string[]): Promise<string> {
	const answer = await save(name, areas);
	if (!answer.ok) throw new Error(answer.problem.code);
	return answer.value.templateId;
}
const planOf = (key: string, tenantId = house.tenantId) => readTemplatePlan(database.db, tenantId, key, 'de');
const textsOf = async (key: string) => (await planOf(key))!.scaffold.map(({ text }) => text);
const titles = async (tenantId = house.tenantId) =>
	(await offeredTemplates(database.db, tenantId, 'de')).filter(({ own }) => own).map(({ title }) => title);
const areaCalled = async (title: string) =>
	(await readBoardNow(database.db, boardId)).elements.find(({ type, text }) => type === 'area' && text === title)!.id;

describe('a board that was kept as a template', () => {
	test('has its areas, questions and the meaning of its colours, and nothing of what participants wrote', async () => {
		const [card] = await database.db.select().from(cards).where(eq(cards.sessionId, held.sessionId));
		await atTheBoard(database.db, boardId, (docs) => changeLayer(docs, [card!.elementId], 'scaffold', origin));
		const key = await saved('Fachgruppen');
		const plan = (await planOf(key))!;
		expect(plan.legend).toEqual({ red: 'Hindernis' });
		const collect = plan.scaffold.find(({ text }) => text === 'Sammeln')!;
		expect(plan.scaffold.filter(({ parent }) => parent === collect.id).map(({ type }) => type)).toEqual(['text']);
		const kept = JSON.stringify(await database.db.select().from(boardTemplates));
		expect(kept).not.toContain('Mehr ');
		expect(kept).not.toContain(card!.participantId);
		const [view] = await offeredTemplates(database.db, house.tenantId, 'de');
		expect(view).toMatchObject({ key, title: 'Fachgruppen', own: true });
		expect(view!.areas).toContain('Sammeln');
	});

	test('has only the chosen areas with what lies in them, where some were chosen', async () => {
		const area = await areaCalled('Sammeln');
		const texts = await textsOf(await saved('Nur sammeln', [area]));
		expect(texts[0]).toBe('Sammeln');
		expect(texts).toHaveLength(2);
		expect(await save('Nichts', ['gibtesnicht'])).toMatchObject({ problem: { code: 'template.empty' } });
	});

	test('is read from the board and never taken from who asks', async () => {
		const asked = { boardId, name: 'Untergeschoben', scaffold: [{ text: 'Schmuggel' }], legend: { blue: 'Schmuggel' } };
		await house.run(saveBoardTemplate, house.facilitator, asked as { boardId: string; name: string });
		expect(JSON.stringify(await database.db.select().from(boardTemplates))).not.toContain('Schmuggel');
	});

	test('is never seen or used by another organisation', async () => {
		const templateId = await saved('Fachgruppen');
		const { tenantId, admin } = await neighbours(database.db);
		expect(await titles(tenantId)).toEqual([]);
		expect(await planOf(templateId, tenantId)).toBeNull();
		const absent = { ok: false, problem: { code: 'thing.not-found' } };
		expect(await house.run(saveBoardTemplate, admin, { boardId, name: 'Unser' })).toMatchObject(absent);
		expect(await house.run(renameBoardTemplate, admin, { templateId, name: 'Unser' })).toMatchObject(absent);
		expect(await house.run(removeBoardTemplate, admin, { templateId })).toMatchObject(absent);
		expect(await titles()).toEqual(['Fachgruppen']);
	});

	test('is kept, renamed and removed only by who prepares boards or steers the organisation', async () => {
		const templateId = await saved('Fachgruppen');
		const missing = { problem: { code: 'right.missing', action: 'board-template.keep' } };
		const { member, steering } = house;
		expect(await house.run(saveBoardTemplate, member, { boardId, name: 'x' })).toMatchObject(missing);
		expect(await house.run(renameBoardTemplate, member, { templateId, name: 'x' })).toMatchObject(missing);
		expect(await house.run(removeBoardTemplate, member, { templateId })).toMatchObject(missing);
		await house.done(renameBoardTemplate, steering, { templateId, name: 'Klausur' });
		expect(await titles()).toEqual(['Klausur']);
		await house.done(removeBoardTemplate, steering, { templateId });
		expect(await titles()).toEqual([]);
	});

	test('has a name of its own, beside those that ship and whatever session templates are called', async () => {
		const templateId = await saved('Fachgruppen');
		const taken = { problem: { code: 'template.name-taken' } };
		expect(await save('FACHGRUPPEN')).toMatchObject(taken);
		const rename = (name: string) => house.run(renameBoardTemplate, house.facilitator, { templateId, name });
		expect(await rename('Wirkungskarte')).toMatchObject(taken);
		expect(await rename(' ')).toMatchObject({ problem: { code: 'template.name-missing' } });
		expect((await rename('fachgruppen')).ok).toBe(true);
	});

	test('is not so large that nobody could look it through, and there is an end to how many are kept', async () => {
		const dots = Array.from({ length: templateLimits.things + 1 }, (_, at) => `dot${at}`);
		await atTheBoard(database.db, boardId, (docs) => {
			const texts = dots.map((id): NewElement => ({ id, type: 'text', by: 'p1', text: '.' }));
			return addElements(docs, texts, origin, Math.random);
		});
		expect(await save('Alles')).toMatchObject({ problem: { code: 'template.too-large', limit: 500 } });
		await saved('Fachgruppen', [await areaCalled('Sammeln')]);
		const [one] = await database.db.select().from(boardTemplates);
		const more = Array.from({ length: templateLimits.kept - 1 }, (_, at) => `Vorlage ${at}`);
		await database.db
			.insert(boardTemplates)
			.values(more.map((name) => ({ ...one!, id: newId(), name, nameKey: name.toLowerCase() })));
		const again = await save('Eine noch', [await areaCalled('Sammeln')]);
		expect(again).toMatchObject({ problem: { code: 'template.too-many', limit: 100 } });
		expect(await listBoardTemplates(database.db, house.tenantId)).toHaveLength(100);
	});

	test('is read as a stranger wrote it: what this program cannot lay out is passed over', async () => {
		const templateId = await saved('Fachgruppen', [await areaCalled('Sammeln')]);
		const odd = { id: 'odd', type: 'hologram', x: 0, y: 0, w: 10, h: 10 } as unknown as PlannedElement;
		const broken = { id: 'b', type: 'area', x: 'here' } as unknown as PlannedElement;
		const circle = { id: 'c', type: 'area', parent: 'c', x: 0, y: 0, w: 9, h: 9, text: 7 };
		const scaffold = [odd, broken, circle as unknown as PlannedElement];
		await database.db.update(boardTemplates).set({ scaffold, legend: { neon: 'x', blue: 7 } as object });
		expect(await planOf(templateId)).toMatchObject({
			scaffold: [{ id: 'c', type: 'area', parent: null, colour: 'blue', text: '' }],
			legend: {}
		});
		expect(await planOf('no-such-one')).toBeNull();
		expect(await planOf(newId())).toBeNull();
	});

	test('brings its pictures onto a board of somebody who has never seen where they come from', async () => {
		const content = Buffer.from(aPicture()).toString('base64');
		const { picture } = await house.done(addPicture, house.facilitator, { boardId, content });
		await lay({ id: 'maparea', type: 'area', by: 'p1', text: 'Karte' });
		await lay({
			id: 'map',
			type: 'image',
			by: 'p1',
			text: 'Kreis',
			parent: 'maparea',
			layer: 'scaffold',
			own: { picture }
		});
		const { processId, steering } = house;
		const other = await house.done(createSession, steering, { processId, title: 'Anderer', template: 'swot' });
		const bring = () => house.run(bringPicture, { ...steering, role: 'member' }, { boardId: other.boardId, picture });
		expect((await bring()).ok).toBe(false);
		await saved('Mit Karte', ['maparea']);
		expect(await bring()).toMatchObject({ ok: true, value: { picture } });
	});
});
