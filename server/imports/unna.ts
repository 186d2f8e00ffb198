import type { Transaction } from '../db/database.ts';
import { processes } from '../db/schema/processes.ts';
import { newId } from '../ids.ts';
import example from './examples/unna.json' with { type: 'json' };
import { writeGoalSystem, type ExampleIndicator } from './goal-system.ts';
import { writeBodies, writeTenant, type Imported } from './organisation.ts';

/** Kreis Unna, wirkungsorientierte Steuerung: 22 focuses, 33 impact goals and 51 output goals below the fields of action. */
export async function importUnna(tx: Transaction, now: Date): Promise<Imported> {
	const { tenant, bodies, instrument, goals, indicators, source } = example;
	const tenantId = await writeTenant(tx, { key: tenant.key, name: tenant.name, kind: 'kreis' }, now);
	await writeBodies(tx, tenantId, bodies, { kreistag: { decides: true } }, now);
	const processId = newId();
	await tx.insert(processes).values({
		tenantId,
		id: processId,
		title: instrument.de,
		kind: instrument.short,
		status: 'embedded',
		createdAt: now
	});
	await writeGoalSystem(
		tx,
		tenantId,
		{
			name: `${instrument.short}-Ziele des Kreises Unna`,
			processId,
			scheme: 'unna',
			label: 'Haushalt 2021',
			period: { type: 'budget-year', from: '2021', to: '2021' },
			source,
			budgetYear: 2021,
			goals,
			indicators: indicators as ExampleIndicator[]
		},
		now
	);
	return { tenantId, processId };
}
