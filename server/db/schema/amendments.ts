import { index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Tally } from '#domain/resolutions/tally.ts';
import { amendmentRecommendations, amendmentStates } from '#domain/texts/amendments.ts';
import type { DocNode } from '#domain/texts/doc.ts';
import { json, moment, owned, ownKey, within } from './columns.ts';
import { people } from './organisation.ts';
import { texts, textVersions } from './processes.ts';
import { textSuggestions } from './suggestions.ts';

/**
 * A formal amendment motion to a frozen version, or one of the variants with which the version was kept. Its words never change; what is
 * recommended and decided about it does.
 */
export const textAmendments = pgTable(
	'text_amendments',
	{
		...owned(),
		textId: uuid('text_id').notNull(),
		textVersionId: uuid('text_version_id').notNull(),
		/** 1, 2, 3 … for each version, never used twice; variants count below zero, −1 is A. */
		number: integer().notNull(),
		personId: uuid('person_id').notNull(),
		/** The Fraktion or group that moves it; '' for somebody alone. */
		groupName: text('group_name').notNull().default(''),
		before: json<DocNode[]>('before').notNull(),
		after: json<DocNode[]>('after').notNull(),
		firstLine: integer('first_line').notNull(),
		lastLine: integer('last_line').notNull(),
		reason: text().notNull().default(''),
		/** The suggestion for the live text that goes on as this motion or variant. */
		suggestionId: uuid('suggestion_id'),
		recommendation: text({ enum: amendmentRecommendations }).notNull().default('none'),
		/** What the administration says about it. */
		recommendationText: text('recommendation_text').notNull().default(''),
		state: text({ enum: amendmentStates }).notNull().default('handed-in'),
		tally: json<Tally>('tally'),
		/** What was decided in place of `after`. */
		decided: json<DocNode[]>('decided'),
		/** Where people have put it in the order of votes. */
		position: integer(),
		decidedBy: uuid('decided_by'),
		decidedAt: moment('decided_at')
	},
	(row) => [
		ownKey(row),
		uniqueIndex().on(row.tenantId, row.textVersionId, row.number),
		index().on(row.tenantId, row.personId),
		within(row, row.textId, () => texts),
		within(row, row.textVersionId, () => textVersions),
		within(row, row.personId, () => people),
		within(row, row.suggestionId, () => textSuggestions)
	]
);
