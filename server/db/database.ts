import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type * as schema from './schema/index.ts';

/** A connection to PGlite or PostgreSQL: the same tables, the same queries. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

/** An open transaction. A `Database` may stand in for it where a single statement is enough. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];
