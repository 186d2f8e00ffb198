import { sql } from 'drizzle-orm';
import { index, pgTable, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment, owned, ownKey, within } from './columns.ts';
import { liveSessions, participants } from './sessions.ts';

/** Somebody was there from one moment to another, because she said so; an open screen alone says nothing. */
export const attendances = pgTable(
	'attendances',
	{
		...owned(),
		sessionId: uuid('session_id').notNull(),
		participantId: uuid('participant_id').notNull(),
		cameAt: moment('came_at').notNull(),
		/** While it is empty, she is there. */
		leftAt: moment('left_at')
	},
	(row) => [
		ownKey(row),
		index().on(row.tenantId, row.sessionId),
		uniqueIndex('attendances_open')
			.on(row.tenantId, row.participantId)
			.where(sql`left_at is null`),
		within(row, row.sessionId, () => liveSessions),
		within(row, row.participantId, () => participants)
	]
);
