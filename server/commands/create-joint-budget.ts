import * as v from 'valibot';
import { ok, refuse } from '#domain/result.ts';
import { normaliseLine } from '#domain/texts/normal-form.ts';
import { listBudgets } from '../db/repositories/budgets.ts';
import { jointBudgets } from '../db/schema/budgets.ts';
import { contributionsInput, readContributions, writeContributions } from './budget-departments.ts';
import { line } from './budgets.ts';
import { defineCommand } from './command.ts';
import { placeOfProcess } from './process-places.ts';

/** Makes the pot of several departments for one field of action and some years (Gemeinsames Budget, Verwaltung 2.030). */
export const createJointBudget = defineCommand({
	name: 'create-joint-budget',
	right: 'budget.manage',
	input: v.object({
		processId: v.pipe(v.string(), v.uuid()),
		title: line,
		years: v.pipe(v.array(v.pipe(v.number(), v.integer())), v.maxLength(20)),
		contributions: contributionsInput
	}),
	place: placeOfProcess,
	async run(ctx, { processId, title: typed, years, contributions }) {
		const { tx, tenantId, now: createdAt } = ctx;
		const title = normaliseLine(typed);
		if (title === '') return refuse({ code: 'budget.title-missing' });
		const read = await readContributions(ctx, years, contributions);
		if (!read.ok) return read;
		const same = (await listBudgets(tx, tenantId, processId)).find((other) => other.title === title);
		const year = same?.years.find((one) => years.includes(one));
		if (year !== undefined) return refuse({ code: 'budget.field-taken', title, year });
		const budgetId = ctx.newId();
		await tx.insert(jointBudgets).values({ tenantId, id: budgetId, processId, title, years, createdAt });
		await writeContributions(ctx, budgetId, read.value);
		ctx.announce({ kind: 'process.changed', processId });
		return ok({ budgetId, departments: read.value.length });
	},
	audit: ({ processId }, { budgetId, departments }) => ({
		entity: 'joint-budget',
		entityId: budgetId,
		facts: { processId, departments }
	})
});
