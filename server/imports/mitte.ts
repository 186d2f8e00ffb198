import { mitte as scheme } from '#domain/goals/schemes/mitte.ts';
import type { Transaction } from '../db/database.ts';
import { processes } from '../db/schema/processes.ts';
import { newId } from '../ids.ts';
import example from './examples/mitte.json' with { type: 'json' };
import { writeGoalSystem, type ExampleGoal } from './goal-system.ts';
import { writeBodies, writeTenant, type Imported } from './organisation.ts';

const perspectives = { auftrag: 'P1', binnen: 'P2' } as const;
const statuses = { neu: 'new', fortgeführt: 'continued' } as const;

/** Bezirksamt Mitte, Vorlage 36/VI: the goal system 2022 of one Leitbild, two perspectives, fifteen and eight goals. */
export async function importMitte(tx: Transaction, now: Date): Promise<Imported> {
	const { tenant, bodies, goals, goalSystem, source } = example;
	const tenantId = await writeTenant(tx, { key: tenant.key, name: tenant.name, kind: 'bezirk' }, now);
	await writeBodies(tx, tenantId, bodies, { bezirksamt: { decides: true, publicRule: 'never' } }, now);
	const processId = newId();
	await tx.insert(processes).values({
		tenantId,
		id: processId,
		title: 'Zielsystem und Berichtsverfahren',
		kind: 'Zielsystem',
		status: 'embedded',
		createdAt: now
	});
	const fixed = scheme.levels.find(({ key }) => key === 'perspektive')?.fixed ?? [];
	const year = String(goalSystem.period.year);
	await writeGoalSystem(
		tx,
		tenantId,
		{
			name: 'Zielsystem des Bezirksamts Mitte',
			processId,
			scheme: 'mitte',
			label: year,
			period: { type: 'calendar-year', from: year, to: year },
			source,
			goals: [
				...fixed.map(({ number, title }): ExampleGoal => ({
					key: `P${number}`,
					level: 'perspektive',
					title: title.de
				})),
				...goals.map(({ key, perspective, title, responsible, status, sample }): ExampleGoal => ({
					key,
					level: 'ziel',
					parent: perspectives[perspective as keyof typeof perspectives],
					title,
					leadOffice: responsible,
					status: statuses[status as keyof typeof statuses],
					sample
				}))
			]
		},
		now
	);
	return { tenantId, processId };
}
