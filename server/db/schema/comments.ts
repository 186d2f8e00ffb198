import { boolean, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment, owned, ownKey, within } from './columns.ts';
import { people } from './organisation.ts';
import { boards } from './processes.ts';

/** A thread of comments. Where on the board it is, its pin says, an element of the cards. */
export const commentThreads = pgTable(
	'comment_threads',
	{
		...owned(),
		boardId: uuid('board_id').notNull(),
		elementId: text('element_id').notNull(),
		settledAt: moment('settled_at')
	},
	(row) => [
		ownKey(row),
		uniqueIndex().on(row.tenantId, row.boardId, row.elementId),
		within(row, row.boardId, () => boards)
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
