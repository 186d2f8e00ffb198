import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { DocNode } from '#domain/texts/doc.ts';
import { stances, suggestionStates } from '#domain/texts/suggestions.ts';
import { json, moment, owned, ownKey, within } from './columns.ts';
import { people } from './organisation.ts';
import { texts, textVersions } from './processes.ts';

/** Another wording for a passage of a live text. What stood there and what shall stand there never changes; its state does. */
export const textSuggestions = pgTable(
	'text_suggestions',
	{
		...owned(),
		textId: uuid('text_id').notNull(),
		personId: uuid('person_id').notNull(),
		/** The group in whose name she suggests, such as a Fraktion. */
		groupName: text('group_name'),
		/** The room of the group from which it was handed in; nobody outside is told. */
		roomId: uuid('room_id'),
		/** The suggestion that this one, a compromise, was built on. */
		basedOn: uuid('based_on'),
		before: json<DocNode[]>('before').notNull(),
		after: json<DocNode[]>('after').notNull(),
		/** The heading above the passage when it was suggested; it tells the place when the passage is gone. */
		heading: text().notNull().default(''),
		reason: text().notNull().default(''),
		state: text({ enum: suggestionStates }).notNull().default('open'),
		decidedBy: uuid('decided_by'),
		decidedAt: moment('decided_at'),
		decisionReason: text('decision_reason').notNull().default('')
	},
	(row) => [
		ownKey(row),
		index().on(row.tenantId, row.textId),
		index().on(row.tenantId, row.personId),
		within(row, row.textId, () => texts),
		within(row, row.personId, () => people)
	]
);

/** How people stand towards a suggestion: a quick poll, open to all who read the text, that decides nothing. */
export const textStances = pgTable(
	'text_stances',
	{
		tenantId: uuid('tenant_id').notNull(),
		suggestionId: uuid('suggestion_id').notNull(),
		personId: uuid('person_id').notNull(),
		stance: text({ enum: stances }).notNull(),
		objection: text().notNull().default('')
	},
	(row) => [
		primaryKey({ columns: [row.tenantId, row.suggestionId, row.personId] }),
		within(row, row.suggestionId, () => textSuggestions),
		within(row, row.personId, () => people)
	]
);

/** The end of a round of suggestions: which version it led to, and what became of the suggestions since the round before. */
export const textRounds = pgTable(
	'text_rounds',
	{
		...owned(),
		textId: uuid('text_id').notNull(),
		textVersionId: uuid('text_version_id').notNull(),
		accepted: integer().notNull(),
		rejected: integer().notNull(),
		/** Suggestions that wait on, taken along into the next round. */
		open: integer().notNull(),
		/** How many of those no longer fit: their sentence says something else, or their passage is gone. */
		unanchored: integer().notNull(),
		closedBy: uuid('closed_by').notNull()
	},
	(row) => [
		ownKey(row),
		index().on(row.tenantId, row.textId),
		within(row, row.textId, () => texts),
		within(row, row.textVersionId, () => textVersions),
		within(row, row.closedBy, () => people)
	]
);
