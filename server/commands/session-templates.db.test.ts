import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { templateLimits } from '#domain/sessions/template-name.ts';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, holdWorkshop, type ClosedRound, type House, type TestActor } from '../../tests/support/house.ts';
import { neighbours } from '../../tests/support/neighbours.ts';
import type { OpenDatabase } from '../db/client.ts';
import { listSessionTemplates } from '../db/repositories/kept-templates.ts';
import { listSteps } from '../db/repositories/sessions.ts';
import { sessionTemplates } from '../db/schema/kept-templates.ts';
import { newId } from '../ids.ts';
import { BoardContent } from '../live/board-content.ts';
import { createSession } from './create-session.ts';
import { removeSessionTemplate } from './remove-session-template.ts';
import { renameSessionTemplate } from './rename-session-template.ts';
import { saveSessionTemplate } from './save-session-template.ts';

let database: OpenDatabase;
let house: House;
let held: ClosedRound;
beforeAll(async () => {
	database = await openOwnTestDatabase();
	house = await furnish(database.db);
	held = await holdWorkshop(house, ['Mehr Radwege', 'Mehr Busse']);
});
afterAll(() => database.close());
beforeEach(() => database.db.delete(sessionTemplates));

const save = (name: string) => house.run(saveSessionTemplate, house.facilitator, { sessionId: held.sessionId, name });
const saved = async (name: string) => {
	const answer = await save(name);
	if (!answer.ok) throw new Error(answer.problem.code);
	return answer.value.templateId;
};
const names = async (tenantId = house.tenantId) =>
	(await listSessionTemplates(database.db, tenantId)).map(({ name }) => name);
const make = (template: string, actor: TestActor, processId: string) =>
	house.run(createSession, actor, { processId, title: 'Aus eigener Vorlage', template });

describe('an own template', () => {
	test('makes a session with the same agenda and areas, and nothing of what participants wrote', async () => {
		const templateId = await saved('Fachgruppen');
		const made = await make(templateId, house.facilitator, house.processId);
		if (!made.ok) throw new Error(made.problem.code);
		const before = await listSteps(database.db, house.tenantId, held.sessionId);
		const after = await listSteps(database.db, house.tenantId, made.value.sessionId);
		expect(after.map(({ title, minutes }) => [title, minutes])).toEqual(
			before.map(({ title, minutes }) => [title, minutes])
		);
		const board = await new BoardContent(database.db).read(made.value.boardId);
		expect(board.byId.get(after[1]!.areaId!)).toMatchObject({ text: 'Sammeln', layer: 'scaffold' });
		const kept = JSON.stringify(await database.db.select().from(sessionTemplates));
		expect(kept).toContain('Sammeln');
		expect(kept + JSON.stringify(board.elements)).not.toContain('Mehr ');
	});

	test('is never seen or used by another organisation', async () => {
		const templateId = await saved('Fachgruppen');
		const { tenantId, processId, admin } = await neighbours(database.db);
		expect(await names(tenantId)).toEqual([]);
		const refused = { ok: false, problem: { code: 'thing.not-found' } };
		expect(await make(templateId, admin, processId)).toMatchObject(refused);
		expect(await house.run(renameSessionTemplate, admin, { templateId, name: 'Unser' })).toMatchObject(refused);
		expect(await house.run(removeSessionTemplate, admin, { templateId })).toMatchObject(refused);
		expect(await names()).toEqual(['Fachgruppen']);
	});

	test('has a name of its own, also when it is renamed', async () => {
		const templateId = await saved('Fachgruppen');
		await saved('Klausur');
		expect(await save('FACHGRUPPEN')).toMatchObject({ problem: { code: 'template.name-taken', name: 'FACHGRUPPEN' } });
		const rename = (name: string) => house.run(renameSessionTemplate, house.facilitator, { templateId, name });
		expect(await rename('klausur')).toMatchObject({ problem: { code: 'template.name-taken' } });
		expect(await rename('Potentialworkshop')).toMatchObject({ problem: { code: 'template.name-taken' } });
		expect(await rename('  ')).toMatchObject({ problem: { code: 'template.name-missing' } });
		expect((await rename('fachgruppen')).ok).toBe(true);
		expect(await names()).toEqual(['fachgruppen', 'Klausur']);
	});

	test('two who save under one name at once do not both succeed', async () => {
		const answers = await Promise.all([save('Klausur'), save('klausur')]);
		expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
	});

	test('is removed without harm to the sessions made from it', async () => {
		const templateId = await saved('Fachgruppen');
		const made = await make(templateId, house.facilitator, house.processId);
		await house.done(removeSessionTemplate, house.steering, { templateId });
		expect(await names()).toEqual([]);
		if (made.ok) expect(await listSteps(database.db, house.tenantId, made.value.sessionId)).toHaveLength(5);
	});

	test('is kept, renamed and removed only by who leads its process or steers the organisation', async () => {
		const templateId = await saved('Fachgruppen');
		const missing = { problem: { code: 'right.missing', action: 'session-template.keep' } };
		const { member } = house;
		expect(await house.run(saveSessionTemplate, member, { sessionId: held.sessionId, name: 'x' })).toMatchObject(
			missing
		);
		expect(await house.run(renameSessionTemplate, member, { templateId, name: 'x' })).toMatchObject(missing);
		expect(await house.run(removeSessionTemplate, member, { templateId })).toMatchObject(missing);
	});

	test('there is an end to how many are kept', async () => {
		const templateId = await saved('Fachgruppen');
		const [one] = await database.db.select().from(sessionTemplates).where(eq(sessionTemplates.id, templateId));
		const more = Array.from({ length: templateLimits.kept - 1 }, (_, at) => `Vorlage ${at}`);
		await database.db
			.insert(sessionTemplates)
			.values(more.map((name) => ({ ...one!, id: newId(), name, nameKey: name.toLowerCase() })));
		expect(await save('Eine noch')).toMatchObject({ problem: { code: 'template.too-many', limit: 100 } });
	});
});
