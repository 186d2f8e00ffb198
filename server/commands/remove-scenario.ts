import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { invariant, ok, refuse } from '#domain/result.ts';
import { budgetScenarios } from '../db/schema/budgets.ts';
import { placeOfTrial } from './budget-places.ts';
import { budgetChanged } from './budgets.ts';
import { defineCommand } from './command.ts';

/** Throws away a scenario of one's own. */
export const removeScenario = defineCommand({
	name: 'remove-scenario',
	right: 'scenario.keep',
	input: v.object({
		budgetId: v.pipe(v.string(), v.uuid()),
		sessionId: v.optional(v.pipe(v.string(), v.uuid())),
		scenarioId: v.pipe(v.string(), v.uuid())
	}),
	place: placeOfTrial,
	async run(ctx, { budgetId, scenarioId }) {
		invariant(ctx.personId, 'the right needs a person');
		const { tenantId, budgetId: budget, personId, id } = budgetScenarios;
		const own = and(eq(personId, ctx.personId), eq(id, scenarioId));
		const [gone] = await ctx.tx
			.delete(budgetScenarios)
			.where(and(eq(tenantId, ctx.tenantId), eq(budget, budgetId), own))
			.returning();
		if (!gone) return refuse({ code: 'thing.not-found', kind: 'scenario' });
		if (gone.sharedAt) await budgetChanged(ctx, budgetId);
		return ok({ scenarioId });
	},
	audit: ({ budgetId }, { scenarioId }) => ({ entity: 'joint-budget', entityId: budgetId, facts: { scenarioId } })
});
