import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../db/database.ts';
import { budgetMeasures, jointBudgets, sessionBudgets } from '../db/schema/budgets.ts';
import { liveSessions } from '../db/schema/sessions.ts';
import type { Place } from './context.ts';

/** Where a command on a joint budget acts: in its process. */
export async function placeOfBudget(tx: Transaction, { budgetId }: { budgetId: string }): Promise<Place | null> {
	const { tenantId, processId } = jointBudgets;
	const [found] = await tx.select({ tenantId, processId }).from(jointBudgets).where(eq(jointBudgets.id, budgetId));
	return found ?? null;
}

/** Where somebody tries out a budget: in its process, or in a session whose people work on it; another session is no place.
 * While that is not public the budget rests: what is shared in it would be everybody's. */
export async function placeOfTrial(
	tx: Transaction,
	{ budgetId, sessionId }: { budgetId: string; sessionId?: string | undefined }
): Promise<Place | null> {
	const place = await placeOfBudget(tx, { budgetId });
	if (!place || sessionId === undefined) return place;
	const [found] = await tx
		.select({ sessionId: sessionBudgets.sessionId, partId: liveSessions.nonPublicPartId })
		.from(sessionBudgets)
		.innerJoin(
			liveSessions,
			and(eq(liveSessions.tenantId, sessionBudgets.tenantId), eq(liveSessions.id, sessionBudgets.sessionId))
		)
		.where(
			and(
				eq(sessionBudgets.tenantId, place.tenantId),
				eq(sessionBudgets.sessionId, sessionId),
				eq(sessionBudgets.budgetId, budgetId)
			)
		);
	return found ? { ...place, sessionId, rests: found.partId !== null } : null;
}

/** Where a command on a department of a budget acts: what its head may do follows from it. */
export async function placeOfDepartment(
	tx: Transaction,
	{ budgetId, bodyId }: { budgetId: string; bodyId: string }
): Promise<Place | null> {
	const place = await placeOfBudget(tx, { budgetId });
	return place && { ...place, department: { budgetId, bodyId } };
}

/** Where a command on a measure acts: in the process of its budget. */
export async function placeOfMeasure(tx: Transaction, { measureId }: { measureId: string }): Promise<Place | null> {
	const budgetId = await budgetOfMeasure(tx, measureId);
	return budgetId === null ? null : placeOfBudget(tx, { budgetId });
}

/** Where the answer of a department for a measure is given. */
export async function placeOfAnswer(
	tx: Transaction,
	{ measureId, bodyId }: { measureId: string; bodyId: string }
): Promise<Place | null> {
	const budgetId = await budgetOfMeasure(tx, measureId);
	return budgetId === null ? null : placeOfDepartment(tx, { budgetId, bodyId });
}

/** The budget from which a measure asks for money; null if there is no such measure. */
export async function budgetOfMeasure(tx: Transaction, measureId: string): Promise<string | null> {
	const { budgetId } = budgetMeasures;
	const [found] = await tx.select({ budgetId }).from(budgetMeasures).where(eq(budgetMeasures.id, measureId));
	return found?.budgetId ?? null;
}
