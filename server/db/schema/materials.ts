import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytes } from './documents.ts';
import { moment, owned, ownKey, within } from './columns.ts';
import { boards, processes } from './processes.ts';

/** A file that belongs to a process. Its bytes stand apart, so that lists do not read them. */
export const materials = pgTable(
	'materials',
	{
		...owned(),
		processId: uuid('process_id').notNull(),
		name: text().notNull(),
		kind: text({ enum: ['table', 'pdf', 'png', 'jpeg', 'webp'] }).notNull(),
		size: integer().notNull(),
		sha256: text().notNull(),
		addedBy: uuid('added_by').notNull(),
		removedAt: moment('removed_at')
	},
	(row) => [ownKey(row), index().on(row.tenantId, row.processId), within(row, row.processId, () => processes)]
);

/** The bytes of a file. */
export const materialBytes = pgTable(
	'material_bytes',
	{
		tenantId: uuid('tenant_id').notNull(),
		materialId: uuid('material_id').notNull(),
		bytes: bytes().notNull()
	},
	(row) => [primaryKey({ columns: [row.tenantId, row.materialId] }), within(row, row.materialId, () => materials)]
);

/** Which card on which board came from which file; the card's words are on the board. */
export const impulseCards = pgTable(
	'impulse_cards',
	{
		tenantId: uuid('tenant_id').notNull(),
		boardId: uuid('board_id').notNull(),
		elementId: text('element_id').notNull(),
		materialId: uuid('material_id').notNull(),
		createdAt: moment('created_at').notNull()
	},
	(row) => [
		primaryKey({ columns: [row.tenantId, row.boardId, row.elementId] }),
		within(row, row.boardId, () => boards),
		within(row, row.materialId, () => materials)
	]
);
