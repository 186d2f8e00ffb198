import { and, asc, eq, gte, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import type { GroupRole } from '#domain/processes/membership.ts';
import type { Database, Transaction } from '../database.ts';
import { accounts, bodies, people, tenants } from '../schema/organisation.ts';
import { groupMembers, processGroups } from '../schema/processes.ts';
import { liveSessions } from '../schema/sessions.ts';

type Reader = Database | Transaction;

/** Today, where the organisation is. */
export const todayOfTenant = sql<string>`(now() at time zone ${tenants.timezone})::date`;

/** A session of a group, as its row in the list of groups shows it. */
export interface GroupSession {
	id: string;
	title: string;
	state: 'lobby' | 'running' | 'paused' | 'ended';
	code: string;
	joinPath: string;
}

/** A group of a process with its members and sessions. */
export interface GroupSummary {
	id: string;
	bodyId: string;
	name: string;
	colour: (typeof processGroups.$inferSelect)['colour'];
	room: string;
	endsOn: string | null;
	members: { personId: string; name: string; role: GroupRole; until: string | null }[];
	/** The newest first. */
	sessions: GroupSession[];
}

/** The groups of a process in their order. */
export async function listGroups(db: Reader, tenantId: string, processId: string): Promise<GroupSummary[]> {
	const ofProcess = and(eq(processGroups.tenantId, tenantId), eq(processGroups.processId, processId));
	const [groups, members, sessions] = await Promise.all([
		db
			.select({ group: processGroups, name: bodies.name })
			.from(processGroups)
			.innerJoin(bodies, and(eq(bodies.tenantId, processGroups.tenantId), eq(bodies.id, processGroups.bodyId)))
			.where(ofProcess)
			.orderBy(asc(processGroups.position), asc(processGroups.id)),
		db
			.select({ member: groupMembers, name: people.name })
			.from(groupMembers)
			.innerJoin(
				processGroups,
				and(eq(processGroups.tenantId, groupMembers.tenantId), eq(processGroups.id, groupMembers.groupId))
			)
			.innerJoin(people, and(eq(people.tenantId, groupMembers.tenantId), eq(people.id, groupMembers.personId)))
			.where(ofProcess)
			.orderBy(asc(people.name)),
		listGroupSessions(db, tenantId, processId)
	]);
	return groups.map(({ group: { id, bodyId, colour, room, endsOn }, name }) => ({
		id,
		bodyId,
		name,
		colour,
		room,
		endsOn,
		members: members
			.filter(({ member }) => member.groupId === id)
			.map(({ member: { personId, role, until }, name }) => ({ personId, name: name ?? '', role, until })),
		sessions: sessions
			.filter((session) => session.bodyId === bodyId)
			.map(({ id, title, state, code, joinToken }) => ({ id, title, state, code, joinPath: `/j/${joinToken}` }))
	}));
}

async function listGroupSessions(db: Reader, tenantId: string, processId: string) {
	const rows = await db
		.select()
		.from(liveSessions)
		.where(
			and(eq(liveSessions.tenantId, tenantId), eq(liveSessions.processId, processId), isNull(liveSessions.rehearsalOf))
		)
		.orderBy(asc(liveSessions.id));
	return rows.reverse();
}

/** One group of the tenant with the name of its body, or null. */
export async function findGroup(db: Reader, tenantId: string, id: string) {
	const [found] = await db
		.select({ group: processGroups, name: bodies.name })
		.from(processGroups)
		.innerJoin(bodies, and(eq(bodies.tenantId, processGroups.tenantId), eq(bodies.id, processGroups.bodyId)))
		.where(and(eq(processGroups.tenantId, tenantId), eq(processGroups.id, id)));
	return found ? { ...found.group, name: found.name } : null;
}

/** Who moderates the group that this body is in a process, today. */
export async function listGroupFacilitators(
	db: Reader,
	tenantId: string,
	processId: string,
	bodyId: string
): Promise<string[]> {
	const inGroup = and(eq(processGroups.processId, processId), eq(processGroups.bodyId, bodyId));
	const found = await membershipsToday(db, tenantId, and(inGroup, eq(groupMembers.role, 'facilitator')));
	return found.map(({ personId }) => personId);
}

/** In which processes somebody works in a group today. */
export async function listProcessesOfMember(db: Reader, tenantId: string, personId: string): Promise<string[]> {
	const found = await membershipsToday(db, tenantId, eq(groupMembers.personId, personId));
	return found.map(({ processId }) => processId);
}

/** Who works today in a group of a process. */
export async function listMembersOfGroups(db: Reader, tenantId: string, processId: string): Promise<string[]> {
	const found = await membershipsToday(db, tenantId, eq(processGroups.processId, processId));
	return [...new Set(found.map(({ personId }) => personId))];
}

/** The memberships that have begun and not ended today, like their groups; the same rule as `holdsOn`. */
function membershipsToday(db: Reader, tenantId: string, wanted: SQL | undefined) {
	return db
		.select({ personId: groupMembers.personId, processId: processGroups.processId })
		.from(groupMembers)
		.innerJoin(
			processGroups,
			and(eq(processGroups.tenantId, groupMembers.tenantId), eq(processGroups.id, groupMembers.groupId))
		)
		.innerJoin(tenants, eq(tenants.id, groupMembers.tenantId))
		.where(
			and(
				eq(groupMembers.tenantId, tenantId),
				wanted,
				lte(groupMembers.since, todayOfTenant),
				or(isNull(groupMembers.until), gte(groupMembers.until, todayOfTenant)),
				or(isNull(processGroups.endsOn), gte(processGroups.endsOn, todayOfTenant))
			)
		);
}

/** Everybody of the organisation who is more than a guest and not shut out, by name: whom groups can be made of. */
export async function listColleagues(db: Reader, tenantId: string): Promise<{ personId: string; name: string }[]> {
	const found = await db
		.select({ personId: people.id, name: people.name })
		.from(people)
		.leftJoin(accounts, and(eq(accounts.tenantId, people.tenantId), eq(accounts.personId, people.id)))
		.where(
			and(
				eq(people.tenantId, tenantId),
				eq(people.kind, 'account'),
				isNull(people.erasedAt),
				isNull(accounts.disabledAt)
			)
		);
	const german = new Intl.Collator('de', { numeric: true });
	return found
		.map(({ personId, name }) => ({ personId, name: name ?? '' }))
		.sort((a, b) => german.compare(a.name, b.name));
}
