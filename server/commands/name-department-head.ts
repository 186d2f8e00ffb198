import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { invariant, ok, refuse } from '#domain/result.ts';
import { listColleagues } from '../db/repositories/groups.ts';
import { budgetDepartments } from '../db/schema/budgets.ts';
import { processMembers } from '../db/schema/processes.ts';
import { placeOfDepartment } from './budget-places.ts';
import { budgetChanged, holdBudget } from './budgets.ts';
import { defineCommand } from './command.ts';

/** Says which colleague answers for a department from now on, and lets her read the process; null: nobody in particular. */
export const nameDepartmentHead = defineCommand({
	name: 'name-department-head',
	right: 'budget.manage',
	input: v.object({
		budgetId: v.pipe(v.string(), v.uuid()),
		bodyId: v.pipe(v.string(), v.uuid()),
		personId: v.nullable(v.pipe(v.string(), v.uuid()))
	}),
	place: placeOfDepartment,
	async run(ctx, { budgetId, bodyId, personId }) {
		const { tx, tenantId, place } = ctx;
		const { departments } = await holdBudget(ctx, budgetId);
		if (!departments.some(({ id }) => id === bodyId)) return refuse({ code: 'thing.not-found', kind: 'department' });
		invariant(place.processId, 'a budget belongs to a process');
		if (personId !== null) {
			const colleagues = await listColleagues(tx, tenantId);
			if (!colleagues.some((one) => one.personId === personId))
				return refuse({ code: 'thing.not-found', kind: 'person' });
			const member = { tenantId, processId: place.processId, personId, role: 'member' as const };
			await tx.insert(processMembers).values(member).onConflictDoNothing();
			ctx.announce({ kind: 'access.changed', personId });
		}
		const { tenantId: tenant, budgetId: budget, bodyId: body } = budgetDepartments;
		await tx
			.update(budgetDepartments)
			.set({ headId: personId })
			.where(and(eq(tenant, tenantId), eq(budget, budgetId), eq(body, bodyId)));
		await budgetChanged(ctx, budgetId);
		return ok({ budgetId });
	},
	audit: ({ budgetId, bodyId, personId }) => ({
		entity: 'joint-budget',
		entityId: budgetId,
		facts: { bodyId, personId }
	})
});
