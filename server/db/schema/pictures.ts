import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { pictureKinds } from '#domain/pictures/picture.ts';
import { moment, within } from './columns.ts';
import { bytes } from './documents.ts';
import { boards } from './processes.ts';

/** A picture that lies on a board. Its name is the fingerprint of its bytes, so that the same one is kept once on each board. */
export const pictures = pgTable(
	'pictures',
	{
		tenantId: uuid('tenant_id').notNull(),
		boardId: uuid('board_id').notNull(),
		sha256: text().notNull(),
		kind: text({ enum: pictureKinds }).notNull(),
		size: integer().notNull(),
		bytes: bytes().notNull(),
		addedBy: uuid('added_by').notNull(),
		createdAt: moment('created_at').notNull()
	},
	(row) => [primaryKey({ columns: [row.tenantId, row.boardId, row.sha256] }), within(row, row.boardId, () => boards)]
);
