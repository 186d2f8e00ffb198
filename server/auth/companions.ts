import { and, eq, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Database } from '../db/database.ts';
import { participants } from '../db/schema/sessions.ts';
import type { Actor } from './actor.ts';

type Person = Extract<Actor, { kind: 'person' }>;

/**
 * The person for whom somebody acts from her device: herself, or one who takes part beside her there. Null for anybody else: nobody
 * speaks for people at other devices, and nobody at all once the owner of the device is out.
 */
export async function speakerAt(
	db: Database,
	device: Person,
	sessionId: string,
	participantId: string
): Promise<Person | null> {
	const { tenantId, personId } = device;
	const host = alias(participants, 'host');
	const [beside] = await db
		.select({ personId: participants.personId })
		.from(participants)
		.innerJoin(host, and(eq(host.tenantId, participants.tenantId), eq(host.id, participants.companionOf)))
		.where(
			and(
				eq(participants.tenantId, tenantId),
				eq(participants.sessionId, sessionId),
				eq(participants.id, participantId),
				isNull(participants.removedAt),
				eq(host.sessionId, sessionId),
				eq(host.personId, personId),
				isNull(host.removedAt),
				isNull(host.waitingSince)
			)
		);
	if (beside) return { kind: 'person', tenantId, personId: beside.personId, role: 'guest' };
	const [own] = await db
		.select({ id: participants.id })
		.from(participants)
		.where(
			and(
				eq(participants.tenantId, tenantId),
				eq(participants.sessionId, sessionId),
				eq(participants.id, participantId),
				eq(participants.personId, personId)
			)
		);
	return own ? device : null;
}
