import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Database, Transaction } from '../database.ts';
import { people } from '../schema/organisation.ts';
import { participants } from '../schema/sessions.ts';

type Reader = Database | Transaction;

/** The people who take part on the device of a participant beside herself, in the order of coming. */
export async function listCompanions(db: Reader, tenantId: string, hostId: string) {
	const found = await db
		.select({
			participantId: participants.id,
			personId: participants.personId,
			name: people.name,
			waitingSince: participants.waitingSince
		})
		.from(participants)
		.innerJoin(people, and(eq(people.tenantId, participants.tenantId), eq(people.id, participants.personId)))
		.where(
			and(eq(participants.tenantId, tenantId), eq(participants.companionOf, hostId), isNull(participants.removedAt))
		)
		.orderBy(asc(participants.id));
	return found.map(({ name, ...place }) => ({ ...place, name: name ?? '' }));
}
