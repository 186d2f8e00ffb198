import { and, count, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { budgetLimits } from '#domain/budget/joint-budget.ts';
import { chosenIn } from '#domain/budget/scenario.ts';
import { invariant, ok, refuse } from '#domain/result.ts';
import { normaliseLine } from '#domain/texts/normal-form.ts';
import { listMeasures } from '../db/repositories/budget-measures.ts';
import { budgetScenarios } from '../db/schema/budgets.ts';
import { placeOfTrial } from './budget-places.ts';
import { budgetChanged, line } from './budgets.ts';
import { defineCommand } from './command.ts';

/**
 * Keeps a choice of measures under a name: for its author alone, or shared with all who work on the budget. The same name of the same author
 * is the same scenario. Whatever a law demands is always in it. In a session nothing is shared while that is not public: guests would read it.
 */
export const saveScenario = defineCommand({
	name: 'save-scenario',
	right: 'scenario.keep',
	input: v.object({
		budgetId: v.pipe(v.string(), v.uuid()),
		/** The session in which she takes part, for guests. */
		sessionId: v.optional(v.pipe(v.string(), v.uuid())),
		title: line,
		measureIds: v.pipe(v.array(v.pipe(v.string(), v.uuid())), v.maxLength(100)),
		shared: v.optional(v.boolean(), false)
	}),
	place: placeOfTrial,
	async run(ctx, { budgetId, title: typed, measureIds, shared }) {
		const { tx, tenantId, personId } = ctx;
		invariant(personId, 'the right needs a person');
		if (shared && ctx.place.rests) return refuse({ code: 'session.rests' });
		const title = normaliseLine(typed);
		if (title === '') return refuse({ code: 'scenario.title-missing' });
		const chosen = chosenIn(await listMeasures(tx, tenantId, budgetId), measureIds);
		const { tenantId: tenant, budgetId: budget, personId: person, title: called } = budgetScenarios;
		const own = and(eq(tenant, tenantId), eq(budget, budgetId), eq(person, personId));
		const [before] = await tx
			.select()
			.from(budgetScenarios)
			.where(and(own, eq(called, title)));
		const [kept] = await tx.select({ n: count() }).from(budgetScenarios).where(own);
		if (!before && (kept?.n ?? 0) >= budgetLimits.scenarios)
			return refuse({ code: 'scenario.too-many', limit: budgetLimits.scenarios });
		const sharedAt = shared ? ctx.now : null;
		const values = { tenantId, id: ctx.newId(), budgetId, personId, title, measureIds: chosen, sharedAt };
		const [scenario] = await tx
			.insert(budgetScenarios)
			.values({ ...values, createdAt: ctx.now })
			.onConflictDoUpdate({ target: [tenant, budget, person, called], set: { measureIds: chosen, sharedAt } })
			.returning({ id: budgetScenarios.id });
		invariant(scenario, 'what was written is there');
		// What only its author sees changes nobody's screen.
		if (shared || before?.sharedAt) await budgetChanged(ctx, budgetId);
		return ok({ scenarioId: scenario.id });
	},
	audit: ({ budgetId, shared }, { scenarioId }) => ({
		entity: 'joint-budget',
		entityId: budgetId,
		facts: { scenarioId, shared }
	})
});
