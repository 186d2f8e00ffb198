import { and, asc, eq, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm';
import type { Database, Transaction } from '../database.ts';
import { people } from '../schema/organisation.ts';
import { processMembers, textDrafters } from '../schema/processes.ts';
import { participants } from '../schema/sessions.ts';
import { listMembersOfGroups } from './groups.ts';
import type { LiveText } from './texts.ts';

/**
 * Whom somebody can call in a comment on a text, by name: its drafting group, the people of its process and groups, and those of its session.
 * Whoever reads it only by her office is not among them.
 */
export async function listTextReaders(
	db: Database | Transaction,
	{ tenantId, id, processId, sessionId }: LiveText
): Promise<{ personId: string; name: string }[]> {
	const drafters = db
		.select({ id: textDrafters.personId })
		.from(textDrafters)
		.where(and(eq(textDrafters.tenantId, tenantId), eq(textDrafters.textId, id)));
	const members = db
		.select({ id: processMembers.personId })
		.from(processMembers)
		.where(and(eq(processMembers.tenantId, tenantId), eq(processMembers.processId, processId)));
	const present = db
		.select({ id: participants.personId })
		.from(participants)
		.where(
			and(
				eq(participants.tenantId, tenantId),
				sessionId === null ? undefined : eq(participants.sessionId, sessionId),
				ne(participants.role, 'projector'),
				isNull(participants.removedAt),
				isNull(participants.waitingSince)
			)
		);
	const inGroups = await listMembersOfGroups(db, tenantId, processId);
	const found = await db
		.select({ personId: people.id, name: people.name })
		.from(people)
		.where(
			and(
				eq(people.tenantId, tenantId),
				isNotNull(people.name),
				or(
					inArray(people.id, drafters),
					inArray(people.id, members),
					inGroups.length === 0 ? undefined : inArray(people.id, inGroups),
					sessionId === null ? undefined : inArray(people.id, present)
				)
			)
		)
		.orderBy(asc(people.id));
	const german = new Intl.Collator('de', { numeric: true });
	return found
		.map(({ personId, name }) => ({ personId, name: name ?? '' }))
		.filter(({ name }) => name !== '')
		.sort((a, b) => german.compare(a.name, b.name));
}
