import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, holdWorkshop, type House } from '../../tests/support/house.ts';
import type { OpenDatabase } from '../db/client.ts';
import { listSteps, type AgendaStepView } from '../db/repositories/sessions.ts';
import { basisOf, changeAgenda } from './change-agenda.ts';
import { createSession } from './create-session.ts';
import { endSession, moveStep } from './move-step.ts';

let database: OpenDatabase;
let house: House;
beforeAll(async () => {
	database = await openOwnTestDatabase();
	house = await furnish(database.db);
});
afterAll(() => database.close());

type Step = AgendaStepView;

async function prepared() {
	const { processId, facilitator } = house;
	const asked = { processId, title: 'Klausur', template: 'goal-system-retreat' };
	return (await house.done(createSession, facilitator, asked)).sessionId;
}

const stepsOf = (sessionId: string) => listSteps(database.db, house.tenantId, sessionId);

async function change(sessionId: string, revise: (steps: Step[]) => Partial<Step>[], basis?: string) {
	const before = await stepsOf(sessionId);
	const steps = revise(before);
	return house.run(changeAgenda, house.facilitator, { sessionId, basis: basis ?? basisOf(before), steps });
}

describe('the facilitator changes the agenda', () => {
	test('order, minutes and words change, a new step comes in, another goes', async () => {
		const sessionId = await prepared();
		const changed = await change(sessionId, ([come, back, collect, , ...rest]) => [
			{ ...back!, minutes: 45, prompt: 'Was war schwer?' },
			come!,
			{ kind: 'discuss', title: 'Mittagspause', minutes: 60 },
			collect!,
			...rest
		]);
		expect(changed.ok).toBe(true);
		const after = await stepsOf(sessionId);
		expect(after.map(({ title }) => title).slice(0, 4)).toEqual([
			'Rückblick',
			'Ankommen',
			'Mittagspause',
			'Neue Ziele sammeln'
		]);
		expect(after[0]).toMatchObject({ minutes: 45, prompt: 'Was war schwer?' });
		expect(after).toHaveLength(7);
	});

	test('a step keeps its area, and an area that the board does not have is no area', async () => {
		const sessionId = await prepared();
		const [, back] = await stepsOf(sessionId);
		expect(back!.areaId).not.toBeNull();
		await change(sessionId, ([come, back]) => [{ ...come!, areaId: 'nowhere' }, back!]);
		expect((await stepsOf(sessionId)).map(({ areaId }) => areaId)).toEqual([null, back!.areaId]);
	});

	test('two facilitators do not overwrite each other', async () => {
		const sessionId = await prepared();
		const basis = basisOf(await stepsOf(sessionId));
		expect((await change(sessionId, (steps) => steps.slice(1), basis)).ok).toBe(true);
		const second = await change(sessionId, (steps) => steps, basis);
		expect(second).toMatchObject({ ok: false, problem: { code: 'thing.changed-meanwhile' } });
	});

	test('what has begun stays, what is to come may go', async () => {
		const sessionId = await prepared();
		await house.done(moveStep, house.facilitator, { sessionId, to: 'next' });
		await house.done(moveStep, house.facilitator, { sessionId, to: 'next' });
		expect(await change(sessionId, (steps) => steps.slice(1))).toMatchObject({ problem: { code: 'agenda.step-used' } });
		expect((await change(sessionId, (steps) => steps.slice(0, 2))).ok).toBe(true);
	});

	test('cards and votes of a workshop outlive every change of its agenda', async () => {
		const { sessionId } = await holdWorkshop(house, ['Mehr Radwege', 'Mehr Busse']);
		const back = (await stepsOf(sessionId))[0]!.id;
		await house.done(moveStep, house.facilitator, { sessionId, to: back });
		for (const kind of ['collect', 'weigh'] as const) {
			const answer = await change(sessionId, (steps) => steps.filter((step) => step.kind !== kind));
			expect(answer, kind).toMatchObject({ problem: { code: 'agenda.step-used' } });
		}
	});

	test('an ended session keeps its agenda', async () => {
		const sessionId = await prepared();
		await house.done(endSession, house.facilitator, { sessionId });
		expect(await change(sessionId, (steps) => steps)).toMatchObject({ problem: { code: 'session.closed' } });
	});
});
