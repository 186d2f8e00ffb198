import { sql } from 'drizzle-orm';
import { boolean, check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { TextAnchor } from '#text/anchors.ts';
import { json, moment, owned, ownKey, within } from './columns.ts';
import { people } from './organisation.ts';
import { boards, texts } from './processes.ts';
import { textSuggestions } from './suggestions.ts';

/**
 * A thread of comments. Where on a board it is, its pin says, an element of the cards; where in a text, its anchor. It may also be about
 * something that somebody suggests for a text.
 */
export const commentThreads = pgTable(
	'comment_threads',
	{
		...owned(),
		boardId: uuid('board_id'),
		elementId: text('element_id'),
		textId: uuid('text_id'),
		/** The words of the text on which it hangs. */
		anchor: json<TextAnchor>('anchor'),
		suggestionId: uuid('suggestion_id'),
		settledAt: moment('settled_at')
	},
	(row) => [
		ownKey(row),
		uniqueIndex().on(row.tenantId, row.boardId, row.elementId),
		uniqueIndex().on(row.tenantId, row.suggestionId),
		within(row, row.suggestionId, () => textSuggestions),
		index().on(row.tenantId, row.textId),
		check(
			'comment_threads_subject',
			sql`num_nonnulls(board_id, text_id) = 1 and num_nonnulls(element_id, anchor, suggestion_id) = 1`
		),
		within(row, row.boardId, () => boards),
		within(row, row.textId, () => texts)
	]
);

/** What somebody has said in a thread, the first of it included. Removed words are gone; that there were some stays. */
export const commentAnswers = pgTable(
	'comment_answers',
	{
		...owned(),
		threadId: uuid('thread_id').notNull(),
		personId: uuid('person_id').notNull(),
		text: text().notNull(),
		/** The people for whom the marks in the words stand, in order. */
		mentions: json<readonly string[]>('mentions').notNull().default([]),
		/** Whether her name was not to stand beside it; kept from the moment it was said. */
		unsigned: boolean().notNull().default(false),
		removedAt: moment('removed_at')
	},
	(row) => [
		ownKey(row),
		index().on(row.tenantId, row.threadId),
		index().on(row.tenantId, row.personId),
		within(row, row.threadId, () => commentThreads),
		within(row, row.personId, () => people)
	]
);
