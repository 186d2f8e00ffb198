import { index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { json, moment, owned, ownKey, within } from './columns.ts';
import { agreements } from './consensus.ts';
import { processes, textVersions } from './processes.ts';

/** The goals that a municipality steers by, across years. */
export const goalSystems = pgTable(
	'goal_systems',
	{ ...owned(), name: text().notNull(), processId: uuid('process_id') },
	(row) => [ownKey(row), within(row, row.processId, () => processes)]
);

/** A version for a year, term or horizon. Once adopted, nothing in it changes. */
export const goalVersions = pgTable(
	'goal_versions',
	{
		...owned(),
		goalSystemId: uuid('goal_system_id').notNull(),
		/** Which shipped or own scheme of levels it follows, pinned with its version. */
		scheme: text().notNull(),
		schemeVersion: integer('scheme_version').notNull(),
		label: text().notNull(),
		periodType: text('period_type', { enum: ['calendar-year', 'budget-year', 'term', 'horizon'] }).notNull(),
		periodFrom: text('period_from').notNull(),
		periodTo: text('period_to').notNull(),
		basedOnId: uuid('based_on_id'),
		state: text({ enum: ['draft', 'released', 'adopted', 'rejected', 'superseded', 'archived'] }).notNull(),
		adoptedBy: uuid('adopted_by_consultation_id'),
		adoptedAt: moment('adopted_at'),
		lockVersion: integer('lock_version').notNull().default(0)
	},
	(row) => [
		ownKey(row),
		within(row, row.goalSystemId, () => goalSystems),
		uniqueIndex('goal_versions_one_adopted')
			.on(row.tenantId, row.goalSystemId, row.periodFrom, row.periodTo)
			.where(sql`state = 'adopted'`)
	]
);

/** A goal as such: the same through all versions. */
export const goalItems = pgTable(
	'goal_items',
	{ ...owned(), goalSystemId: uuid('goal_system_id').notNull() },
	(row) => [ownKey(row), within(row, row.goalSystemId, () => goalSystems)]
);

/** A goal as one version says it. */
export const goalRevisions = pgTable(
	'goal_revisions',
	{
		...owned(),
		versionId: uuid('version_id').notNull(),
		itemId: uuid('item_id').notNull(),
		levelKey: text('level_key').notNull(),
		parentItemId: uuid('parent_item_id'),
		number: text().notNull(),
		textVersionId: uuid('text_version_id').notNull(),
		points: json<string[]>('points').notNull().default([]),
		status: text({ enum: ['new', 'continued', 'changed', 'dropped'] }).notNull(),
		reason: text(),
		/** The office that is responsible. An office, not a person: duties survive a change of person. */
		leadOffice: text('lead_office'),
		horizonYear: integer('horizon_year'),
		budgetYear: integer('budget_year'),
		/** Set on example data that no source states. */
		sample: json<{ source: string; sample: boolean } | null>('provenance_note')
	},
	(row) => [
		ownKey(row),
		uniqueIndex().on(row.tenantId, row.versionId, row.itemId),
		uniqueIndex().on(row.tenantId, row.versionId, row.levelKey, row.number),
		within(row, row.versionId, () => goalVersions),
		within(row, row.itemId, () => goalItems),
		within(row, row.textVersionId, () => textVersions)
	]
);

/** A link across branches: zahlt ein auf, bewirkt, steht im Konflikt mit. */
export const goalLinks = pgTable(
	'goal_links',
	{
		...owned(),
		versionId: uuid('version_id').notNull(),
		fromItemId: uuid('from_item_id').notNull(),
		toItemId: uuid('to_item_id').notNull(),
		kind: text({ enum: ['contributes-to', 'causes', 'conflicts-with'] }).notNull()
	},
	(row) => [
		ownKey(row),
		uniqueIndex().on(row.tenantId, row.versionId, row.fromItemId, row.toItemId, row.kind),
		within(row, row.versionId, () => goalVersions),
		within(row, row.fromItemId, () => goalItems),
		within(row, row.toItemId, () => goalItems)
	]
);

/** A measurable figure of a goal with its target. Amounts are decimal strings. */
export const indicators = pgTable(
	'indicators',
	{
		...owned(),
		itemId: uuid('item_id').notNull(),
		title: text().notNull(),
		unit: text().notNull(),
		direction: text({ enum: ['increase', 'decrease', 'hold'] }).notNull(),
		operator: text({ enum: ['>=', '>', '<=', '<', '=', 'between'] }),
		target: text(),
		target2: text(),
		targetYear: integer('target_year')
	},
	(row) => [ownKey(row), within(row, row.itemId, () => goalItems)]
);

/** The record of a promotion: from agreement to goal, hash-chained, written once. */
export const promotions = pgTable(
	'promotions',
	{
		...owned(),
		agreementId: uuid('agreement_id').notNull(),
		versionId: uuid('version_id').notNull(),
		itemId: uuid('item_id').notNull(),
		revisionId: uuid('revision_id').notNull(),
		record: json<unknown>('record').notNull(),
		prevHash: text('prev_hash').notNull(),
		hash: text().notNull(),
		promotedBy: uuid('promoted_by').notNull()
	},
	(row) => [
		ownKey(row),
		uniqueIndex().on(row.tenantId, row.agreementId, row.versionId),
		index().on(row.tenantId, row.itemId),
		within(row, row.agreementId, () => agreements),
		within(row, row.versionId, () => goalVersions),
		within(row, row.itemId, () => goalItems),
		within(row, row.revisionId, () => goalRevisions)
	]
);
