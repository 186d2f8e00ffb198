import type { Transaction } from '../db/database.ts';
import { processes } from '../db/schema/processes.ts';
import { newId } from '../ids.ts';
import example from './examples/verwaltung2030.json' with { type: 'json' };
import { writeGoalSystem } from './goal-system.ts';
import { writeJointBudget } from './joint-budget.ts';
import { writeBodies, writeTeams, writeTenant, type Imported } from './organisation.ts';

/** Verwaltung 2.030: nine fields of action, an agile core team, one Transformationsausschuss instead of a row of committees, and a joint budget. */
export async function importVerwaltung2030(tx: Transaction, now: Date): Promise<Imported> {
	const { tenant, model, handlungsfelder, departments, teams, jointBudget, source } = example;
	const tenantId = await writeTenant(tx, { key: tenant.key, name: tenant.name, kind: 'stadt' }, now);
	const committees = teams
		.filter(({ kind }) => kind === 'transformationsausschuss')
		.map(({ key, de }) => ({ key, de, kind: 'ausschuss' }));
	const units = departments.map(({ key, de }) => ({ key, de, kind: 'verwaltung' }));
	const council = { key: 'rat', de: 'Rat', kind: 'vertretung' };
	const bodies = await writeBodies(tx, tenantId, [council, ...committees, ...units], { rat: { decides: true } }, now);
	const core = teams.filter(({ kind }) => kind === 'kernteam');
	await writeTeams(tx, tenantId, core, 'core-team', now);
	const processId = newId();
	await tx.insert(processes).values({
		tenantId,
		id: processId,
		title: model.name,
		kind: 'Transformationsprozess',
		status: 'project',
		createdAt: now
	});
	const year = String(jointBudget.fiscalYear);
	await writeGoalSystem(
		tx,
		tenantId,
		{
			name: 'Nachhaltigkeitsziele',
			processId,
			scheme: 'v2030',
			label: year,
			period: { type: 'budget-year', from: year, to: year },
			source,
			budgetYear: jointBudget.fiscalYear,
			goals: handlungsfelder.map(({ key, de, sample }) => ({ key, level: 'handlungsfeld', title: de, sample }))
		},
		now
	);
	const title = handlungsfelder.find(({ key }) => key === jointBudget.handlungsfeld)?.de ?? jointBudget.key;
	await writeJointBudget(tx, tenantId, processId, { ...jointBudget, title }, bodies, now);
	return { tenantId, processId };
}
