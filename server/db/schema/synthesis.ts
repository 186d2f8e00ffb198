import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { json, moment, owned, ownKey, within } from './columns.ts';
import { boards, processes, texts } from './processes.ts';
import { liveSessions } from './sessions.ts';

/** An action space (Aktionsraum) that grows out of the topics of several groups. A removed one comes back with what lay in it. */
export const actionSpaces = pgTable(
	'action_spaces',
	{
		...owned(),
		processId: uuid('process_id').notNull(),
		position: integer().notNull(),
		title: text().notNull(),
		definition: text().notNull().default(''),
		removedAt: moment('removed_at')
	},
	(row) => [ownKey(row), index().on(row.tenantId, row.processId), within(row, row.processId, () => processes)]
);

/** A topic of one group as it stood when it was taken into the synthesis. The board of the group may go on changing. */
export const topics = pgTable(
	'topics',
	{
		...owned(),
		processId: uuid('process_id').notNull(),
		sessionId: uuid('session_id').notNull(),
		boardId: uuid('board_id').notNull(),
		elementId: text('element_id').notNull(),
		title: text().notNull(),
		/** The cards in it, or the card that it is. */
		cards: json<{ elementId: string; text: string }[]>('cards').notNull(),
		/** Dots of the last closed round that it stood in; null where it stood in none. */
		dots: integer(),
		/** How many gave it at least one dot, and how many voted. */
		voters: integer(),
		cast: integer(),
		contested: boolean().notNull().default(false),
		takenAt: moment('taken_at').notNull(),
		/** Why the synthesis deliberately leaves it out. */
		leftOutReason: text('left_out_reason'),
		leftOutBy: uuid('left_out_by')
	},
	(row) => [
		ownKey(row),
		uniqueIndex().on(row.tenantId, row.processId, row.boardId, row.elementId),
		within(row, row.processId, () => processes),
		within(row, row.sessionId, () => liveSessions),
		within(row, row.boardId, () => boards)
	]
);

/** Which topic lies in which action space; a topic may lie in several. */
export const topicPlacements = pgTable(
	'topic_placements',
	{
		tenantId: uuid('tenant_id').notNull(),
		topicId: uuid('topic_id').notNull(),
		actionSpaceId: uuid('action_space_id').notNull(),
		placedBy: uuid('placed_by').notNull(),
		createdAt: moment('created_at').notNull()
	},
	(row) => [
		primaryKey({ columns: [row.tenantId, row.topicId, row.actionSpaceId] }),
		within(row, row.topicId, () => topics),
		within(row, row.actionSpaceId, () => actionSpaces)
	]
);

/** The strategy card (Strategiekarte) of an action space. What it says is a text that people write together. */
export const strategyCards = pgTable(
	'strategy_cards',
	{
		...owned(),
		processId: uuid('process_id').notNull(),
		actionSpaceId: uuid('action_space_id').notNull(),
		textId: uuid('text_id').notNull()
	},
	(row) => [
		ownKey(row),
		uniqueIndex().on(row.tenantId, row.actionSpaceId),
		within(row, row.processId, () => processes),
		within(row, row.actionSpaceId, () => actionSpaces),
		within(row, row.textId, () => texts)
	]
);
