import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { DocNode } from '#domain/texts/doc.ts';
import { json, moment, within } from './columns.ts';
import { people } from './organisation.ts';
import { texts } from './processes.ts';

/**
 * The room of a group: a text of its own that began as a copy of a section of a live text, `texts.room_of`. Only its members know of it.
 */
export const groupRooms = pgTable(
	'group_rooms',
	{
		tenantId: uuid('tenant_id').notNull(),
		textId: uuid('text_id').notNull(),
		groupName: text('group_name').notNull(),
		/** Who says who else is in it. */
		openedBy: uuid('opened_by').notNull(),
		/** The heading with which the section begins in the live text; null for the whole text. */
		headingId: text('heading_id'),
		/** The blocks of the live text as the room last took them over. */
		base: json<readonly DocNode[]>('base').notNull(),
		createdAt: moment('created_at').notNull()
	},
	(row) => [
		primaryKey({ columns: [row.tenantId, row.textId] }),
		within(row, row.textId, () => texts),
		within(row, row.openedBy, () => people)
	]
);

/** Who is in the room of a group: nobody else reads it, whatever else she may. */
export const groupRoomMembers = pgTable(
	'group_room_members',
	{
		tenantId: uuid('tenant_id').notNull(),
		textId: uuid('text_id').notNull(),
		personId: uuid('person_id').notNull(),
		since: moment('since').notNull()
	},
	(row) => [
		primaryKey({ columns: [row.tenantId, row.textId, row.personId] }),
		index().on(row.tenantId, row.personId),
		within(row, row.textId, () => texts),
		within(row, row.personId, () => people)
	]
);
