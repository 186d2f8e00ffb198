import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { DocNode } from '#domain/texts/doc.ts';
import { stances, suggestionStates, tieKinds } from '#domain/texts/suggestions.ts';
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
		/** In which round of the poll it stands, from 1; a run-off begins the next one. */
		round: integer().notNull().default(1),
		/** Which letter it has as a variant, 1 for A; each once in a text. */
		variant: integer(),
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

/**
 * How people stand towards a suggestion: a quick poll, open to all who read the text, that decides nothing. What was said in an earlier round
 * stays beside what is said in this one.
 */
export const textStances = pgTable(
	'text_stances',
	{
		tenantId: uuid('tenant_id').notNull(),
		suggestionId: uuid('suggestion_id').notNull(),
		personId: uuid('person_id').notNull(),
		round: integer().notNull().default(1),
		stance: text({ enum: stances }).notNull(),
		objection: text().notNull().default('')
	},
	(row) => [
		primaryKey({ columns: [row.tenantId, row.suggestionId, row.personId, row.round] }),
		within(row, row.suggestionId, () => textSuggestions),
		within(row, row.personId, () => people)
	]
);

/** What came of a tie between suggestions, as long as nobody takes it back: another round of the poll, or variants. */
export const textTies = pgTable(
	'text_ties',
	{
		...owned(),
		textId: uuid('text_id').notNull(),
		kind: text({ enum: tieKinds }).notNull(),
		/** The suggestions that were tied, the first handed in first. */
		suggestionIds: json<string[]>('suggestion_ids').notNull(),
		/** In a run-off: which round it began, and which other suggestions for the passage it has put off. */
		round: integer(),
		deferredIds: json<string[]>('deferred_ids').notNull(),
		settledBy: uuid('settled_by').notNull()
	},
	(row) => [
		ownKey(row),
		index().on(row.tenantId, row.textId),
		within(row, row.textId, () => texts),
		within(row, row.settledBy, () => people)
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
		/** Suggestions that go along as variants, beside those. */
		variants: integer().notNull().default(0),
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
