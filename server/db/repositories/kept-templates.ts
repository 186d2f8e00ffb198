import { and, asc, eq, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../database.ts';
import { boardTemplates, sessionTemplates } from '../schema/kept-templates.ts';

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

/** One board template of the tenant, or null. */
export async function findBoardTemplate(db: Reader, tenantId: string, id: string) {
	const [found] = await db
		.select()
		.from(boardTemplates)
		.where(and(eq(boardTemplates.tenantId, tenantId), eq(boardTemplates.id, id)));
	return found ?? null;
}

/** What lists show of the board templates that the tenant keeps, by name. */
export async function listBoardTemplates(db: Reader, tenantId: string) {
	const { id, processId, name, areas } = boardTemplates;
	return db
		.select({ id, processId, name, areas })
		.from(boardTemplates)
		.where(eq(boardTemplates.tenantId, tenantId))
		.orderBy(asc(boardTemplates.nameKey));
}

/** Whether a picture belongs to a board template of the tenant. */
export async function isInBoardTemplate(db: Reader, tenantId: string, picture: string): Promise<boolean> {
	const shows = sql`${boardTemplates.scaffold} @> ${JSON.stringify([{ own: { picture } }])}::jsonb`;
	return (await db.$count(boardTemplates, and(eq(boardTemplates.tenantId, tenantId), shows))) > 0;
}
