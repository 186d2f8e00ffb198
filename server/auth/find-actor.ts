import { eq } from 'drizzle-orm';
import type { Database, Transaction } from '../db/database.ts';
import { accounts, people } from '../db/schema/organisation.ts';
import type { Actor } from './actor.ts';

/** Somebody whom the program knows, as she is now. */
export interface KnownPerson {
	actor: Extract<Actor, { kind: 'person' }>;
	/** Empty after she was erased or if she gave none. */
	name: string;
}

/** The person of this id with her present role; null if there is none or her account was closed. */
export async function findActor(db: Database | Transaction, personId: string): Promise<KnownPerson | null> {
	const [found] = await db
		.select({ tenantId: people.tenantId, name: people.name, role: accounts.role, disabledAt: accounts.disabledAt })
		.from(people)
		.leftJoin(accounts, eq(accounts.personId, people.id))
		.where(eq(people.id, personId));
	if (!found || found.disabledAt) return null;
	const { tenantId, role } = found;
	return { actor: { kind: 'person', personId, tenantId, role: role ?? 'guest' }, name: found.name ?? '' };
}
