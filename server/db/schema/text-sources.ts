import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { json, owned, ownKey, within } from './columns.ts';
import { boards, texts } from './processes.ts';

/**
 * From what on a board a heading of a text came. Only ids are kept: the words of the cards are read where they stand, so that what is taken
 * from the board or blackened there is gone here, too.
 */
export const textSources = pgTable(
	'text_sources',
	{
		...owned(),
		textId: uuid('text_id').notNull(),
		/** The heading. It may be gone from the text by now. */
		paragraphId: text('paragraph_id').notNull(),
		boardId: uuid('board_id').notNull(),
		/** The area or cluster. */
		elementId: text('element_id').notNull(),
		/** The cards that lay in it then. */
		cardIds: json<readonly string[]>('card_ids').notNull()
	},
	(row) => [
		ownKey(row),
		index().on(row.tenantId, row.textId),
		index().on(row.tenantId, row.boardId),
		within(row, row.textId, () => texts),
		within(row, row.boardId, () => boards)
	]
);
