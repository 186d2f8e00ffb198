import type { Transaction } from '../db/database.ts';
import { processes } from '../db/schema/processes.ts';
import { newId } from '../ids.ts';
import example from './examples/helmstedt.json' with { type: 'json' };
import { writeGoalSystem, type ExampleIndicator } from './goal-system.ts';
import { writeBodies, writeGroups, writeTeams, writeTenant, type Imported } from './organisation.ts';

/** What the demonstration builds on. */
export interface ImportedHelmstedt extends Imported {
	versionId: string;
	teams: ReadonlyMap<string, string>;
}

/**
 * Landkreis Helmstedt, Vorlage of 13.08.2024: the Kreistag decides, the Kreisausschuss never sits in public, six
 * Fachgruppen work on the Kreisentwicklungskonzept, three strategic goals until 2035 stand verbatim.
 */
export async function importHelmstedt(tx: Transaction, now: Date): Promise<ImportedHelmstedt> {
	const { tenant, bodies, goalSystem, aktionsraeume, workshops, source } = example;
	const tenantId = await writeTenant(tx, { key: tenant.key, name: tenant.name, kind: 'landkreis' }, now);
	await writeBodies(
		tx,
		tenantId,
		bodies,
		{ kreistag: { decides: true }, kreisausschuss: { publicRule: 'never' } },
		now
	);
	const teams = await writeTeams(tx, tenantId, workshops.fachgruppen, 'topic-group', now);
	const processId = newId();
	await tx.insert(processes).values({
		tenantId,
		id: processId,
		title: 'Kreisentwicklungskonzept 2035',
		kind: 'Kreisentwicklungskonzept',
		status: 'project',
		template: 'potential-analysis',
		createdAt: now
	});
	await writeGroups(tx, tenantId, processId, [...teams.values()], now);
	const spaces = aktionsraeume.items;
	const { versionId } = await writeGoalSystem(
		tx,
		tenantId,
		{
			name: 'Strategische Ziele des Landkreises Helmstedt',
			processId,
			scheme: 'helmstedt',
			label: `bis ${goalSystem.horizon}`,
			period: { type: 'horizon', from: String(goalSystem.budgetFrom), to: String(goalSystem.horizon) },
			source,
			horizonYear: goalSystem.horizon,
			budgetYear: goalSystem.budgetFrom,
			goals: [
				...goalSystem.goals.map(({ key, title, points }) => ({ key, level: 'strategisches-ziel', title, points })),
				...spaces.map(({ key, title, sample }) => ({ key, level: 'aktionsraum', title, sample }))
			],
			contributesTo: spaces.map(({ key }) => ({ from: key, to: 'Z2' })),
			indicators: goalSystem.indicators as ExampleIndicator[]
		},
		now
	);
	return { tenantId, processId, versionId, teams };
}
