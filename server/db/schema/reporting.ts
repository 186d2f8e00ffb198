import { date, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment, owned, ownKey, within } from './columns.ts';
import { goalItems, goalVersions } from './goals.ts';

/** A Tertial, quarter, half-year or year of an adopted version. */
export const reportPeriods = pgTable(
	'report_periods',
	{
		...owned(),
		versionId: uuid('version_id').notNull(),
		key: text().notNull(),
		cadence: text({ enum: ['tertial', 'quarter', 'half-year', 'year'] }).notNull(),
		from: date({ mode: 'string' }).notNull(),
		to: date({ mode: 'string' }).notNull(),
		keyDate: date('key_date', { mode: 'string' }).notNull(),
		dueBy: date('due_by', { mode: 'string' }).notNull(),
		state: text({ enum: ['upcoming', 'open', 'due', 'closed', 'decided', 'noted'] }).notNull()
	},
	(row) => [
		ownKey(row),
		uniqueIndex().on(row.tenantId, row.versionId, row.key),
		within(row, row.versionId, () => goalVersions)
	]
);

/** What the responsible office says about one goal in one period. */
export const reportSheets = pgTable(
	'report_sheets',
	{
		...owned(),
		periodId: uuid('period_id').notNull(),
		itemId: uuid('item_id').notNull(),
		contributions: text().notNull().default(''),
		risks: text().notNull().default(''),
		assessment: text({ enum: ['secured', 'endangered', 'unreachable'] }),
		state: text({ enum: ['requested', 'in-progress', 'submitted', 'returned', 'accepted'] }).notNull(),
		submittedBy: uuid('submitted_by'),
		submittedAt: moment('submitted_at'),
		rev: integer().notNull().default(0)
	},
	(row) => [
		ownKey(row),
		uniqueIndex().on(row.tenantId, row.periodId, row.itemId),
		within(row, row.periodId, () => reportPeriods),
		within(row, row.itemId, () => goalItems)
	]
);
