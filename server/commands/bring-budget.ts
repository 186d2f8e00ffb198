import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { invariant, ok, refuse } from '#domain/result.ts';
import { listBudgets } from '../db/repositories/budgets.ts';
import { findSession } from '../db/repositories/sessions.ts';
import { sessionBudgets } from '../db/schema/budgets.ts';
import { defineCommand } from './command.ts';
import { placeOfSession } from './session-places.ts';

/** Gives the people of a session a joint budget of their process to work on, or takes it away from them again. */
export const bringBudget = defineCommand({
	name: 'bring-budget',
	right: 'session.lead',
	input: v.object({
		sessionId: v.pipe(v.string(), v.uuid()),
		budgetId: v.nullable(v.pipe(v.string(), v.uuid()))
	}),
	place: placeOfSession,
	async run(ctx, { sessionId, budgetId }) {
		const { tx, tenantId, place } = ctx;
		invariant(place.processId, 'a session belongs to a process');
		if ((await findSession(tx, tenantId, sessionId))?.rehearsalOf) return refuse({ code: 'rehearsal.does-not-count' });
		const { tenantId: tenant, sessionId: session } = sessionBudgets;
		if (budgetId === null) {
			await tx.delete(sessionBudgets).where(and(eq(tenant, tenantId), eq(session, sessionId)));
		} else {
			const here = await listBudgets(tx, tenantId, place.processId);
			if (!here.some(({ id }) => id === budgetId)) return refuse({ code: 'thing.not-found', kind: 'budget' });
			await tx
				.insert(sessionBudgets)
				.values({ tenantId, sessionId, budgetId })
				.onConflictDoUpdate({ target: [tenant, session], set: { budgetId } });
		}
		ctx.announce({ kind: 'session.changed', sessionId });
		return ok({ sessionId });
	},
	audit: ({ sessionId, budgetId }) => ({ entity: 'session', entityId: sessionId, facts: { budgetId } })
});
