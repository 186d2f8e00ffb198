import { foreignKey, jsonb, primaryKey, timestamp, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core';

/** A moment with its offset. */
export const moment = (name: string) => timestamp(name, { withTimezone: true });

/** A JSON column of a known shape. */
export const json = <T>(name: string) => jsonb(name).$type<T>();

/** What every row of a tenant carries: whose it is, its UUIDv7 and when it came. */
export const owned = () => ({
	tenantId: uuid('tenant_id').notNull(),
	id: uuid().notNull(),
	createdAt: moment('created_at').notNull()
});

type Owned = { tenantId: AnyPgColumn; id: AnyPgColumn };

/** The key of a tenant's row: the tenant comes first, so that no lookup can forget it. */
export const ownKey = (row: Owned) => primaryKey({ columns: [row.tenantId, row.id] });

/** A reference that cannot leave the tenant: both columns must match. */
export const within = (row: { tenantId: AnyPgColumn }, column: AnyPgColumn, target: () => Owned) =>
	foreignKey({ columns: [row.tenantId, column], foreignColumns: [target().tenantId, target().id] });
