import { index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { ByYear } from '#domain/budget/money.ts';
import { json, moment, owned, ownKey, within } from './columns.ts';
import { bodies, people } from './organisation.ts';
import { processes } from './processes.ts';
import { liveSessions } from './sessions.ts';
import { strategyCards } from './synthesis.ts';

/** A joint budget: the pot of several departments for one field of action and some years. Amounts are cents by year. */
export const jointBudgets = pgTable(
	'joint_budgets',
	{
		...owned(),
		processId: uuid('process_id').notNull(),
		/** The field of action (Handlungsfeld). */
		title: text().notNull(),
		years: json<number[]>('years').notNull(),
		/** Why measures of equal rank were not treated equally at the last allocation. */
		allocationReason: text('allocation_reason').notNull().default(''),
		/** Counts up with every change that others see. */
		rev: integer().notNull().default(0)
	},
	(row) => [ownKey(row), index().on(row.tenantId, row.processId), within(row, row.processId, () => processes)]
);

/** What a department puts into the pot, and who speaks for it. */
export const budgetDepartments = pgTable(
	'budget_departments',
	{
		tenantId: uuid('tenant_id').notNull(),
		budgetId: uuid('budget_id').notNull(),
		bodyId: uuid('body_id').notNull(),
		position: integer().notNull(),
		amounts: json<ByYear>('amounts').notNull(),
		/** The product of the municipal budget that the money comes from. */
		product: text().notNull().default(''),
		/** Who answers for it; without one those who lead the process put its answers on record. */
		headId: uuid('head_id')
	},
	(row) => [
		primaryKey({ columns: [row.tenantId, row.budgetId, row.bodyId] }),
		within(row, row.budgetId, () => jointBudgets),
		within(row, row.bodyId, () => bodies),
		within(row, row.headId, () => people)
	]
);

/** A measure (Maßnahme) that asks for money of a joint budget. */
export const budgetMeasures = pgTable(
	'budget_measures',
	{
		...owned(),
		budgetId: uuid('budget_id').notNull(),
		position: integer().notNull(),
		title: text().notNull(),
		/** How it helps, and why people think so. */
		hypothesis: text().notNull().default(''),
		product: text().notNull().default(''),
		effort: text().notNull().default(''),
		/** Who might take it on. */
		owner: text().notNull().default(''),
		/** The law or contract that demands it; empty for what may be left. */
		mandate: text().notNull().default(''),
		requires: json<string[]>('requires').notNull().default([]),
		/** Costs of which nobody has said yet who carries them. */
		unassigned: json<ByYear>('unassigned').notNull().default({}),
		/** The strategy card that it comes from. */
		strategyCardId: uuid('strategy_card_id'),
		removedAt: moment('removed_at'),
		rev: integer().notNull().default(0)
	},
	(row) => [
		ownKey(row),
		index().on(row.tenantId, row.budgetId),
		within(row, row.budgetId, () => jointBudgets),
		within(row, row.strategyCardId, () => strategyCards)
	]
);

/** What one department is to carry of a measure, and whether it will. */
export const measureShares = pgTable(
	'measure_shares',
	{
		tenantId: uuid('tenant_id').notNull(),
		measureId: uuid('measure_id').notNull(),
		bodyId: uuid('body_id').notNull(),
		amounts: json<ByYear>('amounts').notNull(),
		answer: text({ enum: ['open', 'confirmed', 'refused'] })
			.notNull()
			.default('open'),
		answeredAt: moment('answered_at'),
		answeredBy: uuid('answered_by')
	},
	(row) => [
		primaryKey({ columns: [row.tenantId, row.measureId, row.bodyId] }),
		within(row, row.measureId, () => budgetMeasures),
		within(row, row.bodyId, () => bodies)
	]
);

/** A choice of measures that somebody tries out. Nobody else reads it before she shares it. */
export const budgetScenarios = pgTable(
	'budget_scenarios',
	{
		...owned(),
		budgetId: uuid('budget_id').notNull(),
		personId: uuid('person_id').notNull(),
		title: text().notNull(),
		measureIds: json<string[]>('measure_ids').notNull(),
		sharedAt: moment('shared_at')
	},
	(row) => [
		ownKey(row),
		index().on(row.tenantId, row.budgetId),
		uniqueIndex().on(row.tenantId, row.budgetId, row.personId, row.title),
		within(row, row.budgetId, () => jointBudgets),
		within(row, row.personId, () => people)
	]
);

/** Money of the pot that the committee has given to a measure, in the order of priority. */
export const budgetAllocations = pgTable(
	'budget_allocations',
	{
		tenantId: uuid('tenant_id').notNull(),
		measureId: uuid('measure_id').notNull(),
		/** 1 comes first. */
		rank: integer().notNull(),
		/** What it cost at that moment. */
		amounts: json<ByYear>('amounts').notNull(),
		allocatedAt: moment('allocated_at').notNull(),
		/** Null where it was imported. */
		allocatedBy: uuid('allocated_by')
	},
	(row) => [primaryKey({ columns: [row.tenantId, row.measureId] }), within(row, row.measureId, () => budgetMeasures)]
);

/** A contributing department has approved an allocation. */
export const allocationApprovals = pgTable(
	'allocation_approvals',
	{
		tenantId: uuid('tenant_id').notNull(),
		measureId: uuid('measure_id').notNull(),
		bodyId: uuid('body_id').notNull(),
		approvedAt: moment('approved_at').notNull(),
		/** Who said so for the department; null where it was imported. */
		approvedBy: uuid('approved_by')
	},
	(row) => [
		primaryKey({ columns: [row.tenantId, row.measureId, row.bodyId] }),
		within(row, row.measureId, () => budgetMeasures),
		within(row, row.bodyId, () => bodies)
	]
);

/** Which joint budget the people of a session work on. */
export const sessionBudgets = pgTable(
	'session_budgets',
	{
		tenantId: uuid('tenant_id').notNull(),
		sessionId: uuid('session_id').notNull(),
		budgetId: uuid('budget_id').notNull()
	},
	(row) => [
		primaryKey({ columns: [row.tenantId, row.sessionId] }),
		index().on(row.tenantId, row.budgetId),
		within(row, row.sessionId, () => liveSessions),
		within(row, row.budgetId, () => jointBudgets)
	]
);
