import { bigint, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { json, moment } from './columns.ts';

/** The end of each tenant's chain; its row lock gives the events their order. */
export const auditHeads = pgTable('audit_heads', {
	tenantId: uuid('tenant_id').primaryKey(),
	seq: bigint({ mode: 'number' }).notNull(),
	hash: text().notNull()
});

/** Who did what when, append only. Ids and numbers, never names, contents or codes. */
export const auditEvents = pgTable(
	'audit_events',
	{
		tenantId: uuid('tenant_id').notNull(),
		seq: bigint({ mode: 'number' }).notNull(),
		at: moment('at').notNull(),
		actor: uuid(),
		command: text().notNull(),
		entity: text().notNull(),
		entityId: text('entity_id').notNull(),
		facts: json<Record<string, unknown>>('facts').notNull(),
		prevHash: text('prev_hash').notNull(),
		hash: text().notNull()
	},
	(row) => [primaryKey({ columns: [row.tenantId, row.seq] })]
);
