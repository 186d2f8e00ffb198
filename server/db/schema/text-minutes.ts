import { index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { moment, within } from './columns.ts';
import { people } from './organisation.ts';
import { texts } from './processes.ts';

/** The minutes of a sitting on a text are a text themselves; this says of which sitting on which text. Who was there, the text says. */
export const textMinutes = pgTable(
	'text_minutes',
	{
		tenantId: uuid('tenant_id').notNull(),
		textId: uuid('text_id').notNull(),
		/** The text that the sitting was on. */
		aboutId: uuid('about_id').notNull(),
		beganAt: moment('began_at').notNull(),
		endedAt: moment('ended_at').notNull(),
		/** Who takes the minutes. */
		keeperId: uuid('keeper_id').notNull(),
		createdAt: moment('created_at').notNull()
	},
	(row) => [
		primaryKey({ columns: [row.tenantId, row.textId] }),
		index().on(row.tenantId, row.aboutId),
		within(row, row.textId, () => texts),
		within(row, row.aboutId, () => texts),
		within(row, row.keeperId, () => people)
	]
);
