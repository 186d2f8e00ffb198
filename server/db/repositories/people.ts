import { and, eq } from 'drizzle-orm';
import type { Database, Transaction } from '../database.ts';
import { people } from '../schema/organisation.ts';

/** The name of a person; empty after she was erased or if she gave none. */
export async function nameOf(db: Database | Transaction, tenantId: string, personId: string): Promise<string> {
	const [found] = await db
		.select({ name: people.name })
		.from(people)
		.where(and(eq(people.tenantId, tenantId), eq(people.id, personId)));
	return found?.name ?? '';
}
