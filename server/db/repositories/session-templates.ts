import { and, asc, eq } from 'drizzle-orm';
import type { Database, Transaction } from '../database.ts';
import { sessionTemplates } from '../schema/session-templates.ts';

type Reader = Database | Transaction;

/** A session that an organisation keeps ready to run. */
export type KeptTemplate = typeof sessionTemplates.$inferSelect;

/** One kept template of the tenant, or null. */
export async function findSessionTemplate(db: Reader, tenantId: string, id: string): Promise<KeptTemplate | null> {
	const [found] = await db
		.select()
		.from(sessionTemplates)
		.where(and(eq(sessionTemplates.tenantId, tenantId), eq(sessionTemplates.id, id)));
	return found ?? null;
}

/** What lists show of the templates that the tenant keeps, by name. */
export async function listSessionTemplates(db: Reader, tenantId: string) {
	const { id, processId, name, steps } = sessionTemplates;
	const rows = await db
		.select({ id, processId, name, steps })
		.from(sessionTemplates)
		.where(eq(sessionTemplates.tenantId, tenantId))
		.orderBy(asc(sessionTemplates.nameKey));
	return rows.map(({ steps, ...kept }) => ({
		...kept,
		steps: steps.map(({ title, minutes }) => ({ title, minutes }))
	}));
}
