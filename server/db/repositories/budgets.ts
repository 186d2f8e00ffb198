import { and, asc, eq, isNotNull, ne, or } from 'drizzle-orm';
import type { Part } from '#domain/sessions/non-public.ts';
import type { BudgetView, DepartmentView, ScenarioView } from '#protocol/budget-view.ts';
import type { Database, Transaction } from '../database.ts';
import { budgetDepartments, budgetScenarios, jointBudgets, sessionBudgets } from '../schema/budgets.ts';
import { bodies, people } from '../schema/organisation.ts';
import { liveSessions } from '../schema/sessions.ts';
import { listMeasures } from './budget-measures.ts';
import { lastVotes } from './measure-votes.ts';

type Reader = Database | Transaction;

/** A joint budget as somebody may read it: her own scenarios and those that were shared; null if there is none. */
export async function readBudget(
	db: Reader,
	tenantId: string,
	budgetId: string,
	personId: string | null,
	part?: Part
): Promise<BudgetView | null> {
	const [found] = await db
		.select()
		.from(jointBudgets)
		.where(and(eq(jointBudgets.tenantId, tenantId), eq(jointBudgets.id, budgetId)));
	if (!found) return null;
	const departments = await listDepartments(db, tenantId, budgetId);
	const votes = await lastVotes(db, tenantId, budgetId, part);
	const measures = await listMeasures(db, tenantId, budgetId);
	return {
		id: found.id,
		processId: found.processId,
		title: found.title,
		years: found.years,
		rev: found.rev,
		departments,
		contributions: departments.map(({ id, amounts }) => ({ departmentId: id, amounts })),
		measures: measures.map((measure) => ({ ...measure, scored: votes.scored?.ranking[measure.id] ?? null })),
		scenarios: await listScenarios(db, tenantId, budgetId, personId),
		allocationReason: found.allocationReason,
		lastVote: votes.last
	};
}

/** The departments of a budget in their order, with who answers for each. */
export async function listDepartments(db: Reader, tenantId: string, budgetId: string): Promise<DepartmentView[]> {
	const found = await db
		.select({ department: budgetDepartments, name: bodies.name, head: people.name })
		.from(budgetDepartments)
		.innerJoin(bodies, and(eq(bodies.tenantId, budgetDepartments.tenantId), eq(bodies.id, budgetDepartments.bodyId)))
		.leftJoin(people, and(eq(people.tenantId, budgetDepartments.tenantId), eq(people.id, budgetDepartments.headId)))
		.where(and(eq(budgetDepartments.tenantId, tenantId), eq(budgetDepartments.budgetId, budgetId)))
		.orderBy(asc(budgetDepartments.position));
	return found.map(({ department: { bodyId, amounts, product, headId }, name, head }) => ({
		id: bodyId,
		name,
		amounts,
		product,
		head: headId === null ? null : { personId: headId, name: head }
	}));
}

/** The shared scenarios of a budget, oldest first, and the own ones of whoever looks. */
export async function listScenarios(
	db: Reader,
	tenantId: string,
	budgetId: string,
	personId: string | null
): Promise<ScenarioView[]> {
	const mine = personId === null ? undefined : eq(budgetScenarios.personId, personId);
	const found = await db
		.select({ scenario: budgetScenarios, by: people.name })
		.from(budgetScenarios)
		.innerJoin(people, and(eq(people.tenantId, budgetScenarios.tenantId), eq(people.id, budgetScenarios.personId)))
		.where(
			and(
				eq(budgetScenarios.tenantId, tenantId),
				eq(budgetScenarios.budgetId, budgetId),
				or(isNotNull(budgetScenarios.sharedAt), mine)
			)
		)
		.orderBy(asc(budgetScenarios.id));
	return found.map(({ scenario: { id, title, measureIds, sharedAt, personId: owner }, by }) => ({
		id,
		title,
		measureIds,
		shared: sharedAt !== null,
		own: owner === personId,
		by
	}));
}

/** The joint budgets of a process, oldest first. */
export async function listBudgets(db: Reader, tenantId: string, processId: string) {
	const { id, title, years } = jointBudgets;
	return db
		.select({ id, title, years })
		.from(jointBudgets)
		.where(and(eq(jointBudgets.tenantId, tenantId), eq(jointBudgets.processId, processId)))
		.orderBy(asc(jointBudgets.id));
}

/** The budget that the people of a session work on; null if none. */
export async function budgetOfSession(db: Reader, tenantId: string, sessionId: string) {
	const { id, title, rev } = jointBudgets;
	const [found] = await db
		.select({ id, title, rev })
		.from(sessionBudgets)
		.innerJoin(jointBudgets, and(eq(jointBudgets.tenantId, sessionBudgets.tenantId), eq(id, sessionBudgets.budgetId)))
		.where(and(eq(sessionBudgets.tenantId, tenantId), eq(sessionBudgets.sessionId, sessionId)));
	return found ?? null;
}

/** The sessions whose people work on a budget. */
export async function sessionsOfBudget(db: Reader, tenantId: string, budgetId: string): Promise<string[]> {
	const found = await db
		.select({ id: sessionBudgets.sessionId })
		.from(sessionBudgets)
		.where(and(eq(sessionBudgets.tenantId, tenantId), eq(sessionBudgets.budgetId, budgetId)));
	return found.map(({ id }) => id);
}

/** The sessions whose people work on a budget and have not ended, with their titles. */
export async function sessionsWorkingOn(db: Reader, tenantId: string, budgetId: string) {
	const { id, title, state } = liveSessions;
	return db
		.select({ id, title })
		.from(sessionBudgets)
		.innerJoin(liveSessions, and(eq(liveSessions.tenantId, sessionBudgets.tenantId), eq(id, sessionBudgets.sessionId)))
		.where(and(eq(sessionBudgets.tenantId, tenantId), eq(sessionBudgets.budgetId, budgetId), ne(state, 'ended')))
		.orderBy(asc(id));
}

/** The names of the departments that an organisation knows. */
export async function listUnits(db: Reader, tenantId: string): Promise<string[]> {
	const found = await db
		.select({ name: bodies.name })
		.from(bodies)
		.where(and(eq(bodies.tenantId, tenantId), eq(bodies.kind, 'unit')))
		.orderBy(asc(bodies.name));
	return found.map(({ name }) => name);
}
