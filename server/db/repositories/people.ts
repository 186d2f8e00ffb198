import { and, desc, eq, ilike, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../database.ts';
import { accounts, people } from '../schema/organisation.ts';
import { liveSessions, participants } from '../schema/sessions.ts';

type Reader = Database | Transaction;

/** Somebody as the administration of the organisation sees her. */
export interface PersonSummary {
	id: string;
	/** Empty if she gave none. */
	name: string;
	kind: 'account' | 'guest';
	email: string | null;
	role: 'admin' | 'steering' | 'member' | null;
	since: Date;
	/** The titles of the live sessions she has a place in, the newest first. */
	sessions: string[];
}

/** So many people of a kind are listed; whoever looks for somebody else searches. */
export const listedPeople = 50;

/** The name of a person; empty after she was erased or if she gave none. */
export async function nameOf(db: Reader, tenantId: string, personId: string): Promise<string> {
	const [found] = await db
		.select({ name: people.name })
		.from(people)
		.where(and(eq(people.tenantId, tenantId), eq(people.id, personId)));
	return found?.name ?? '';
}

/** The same of several people, by their ids. */
export async function namesOf(
	db: Reader,
	tenantId: string,
	personIds: readonly string[]
): Promise<ReadonlyMap<string, string>> {
	if (personIds.length === 0) return new Map();
	const found = await db
		.select({ id: people.id, name: people.name })
		.from(people)
		.where(and(eq(people.tenantId, tenantId), inArray(people.id, [...personIds])));
	return new Map(found.map(({ id, name }) => [id, name ?? '']));
}

/** People of a kind whose name or address holds the words, erased ones left out: accounts by name, guests the newest first. */
export async function listPeople(
	db: Reader,
	tenantId: string,
	kind: PersonSummary['kind'],
	words: string
): Promise<{ people: PersonSummary[]; more: boolean }> {
	const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
	const found = await select(db)
		.where(
			and(
				eq(people.tenantId, tenantId),
				eq(people.kind, kind),
				isNull(people.erasedAt),
				words ? or(ilike(people.name, like), ilike(accounts.email, like)) : undefined
			)
		)
		.orderBy(kind === 'account' ? sql`lower(${people.name})` : desc(people.createdAt), people.id)
		.limit(listedPeople + 1);
	const listed = await withSessions(db, tenantId, found.slice(0, listedPeople));
	// Databases differ in where they put Ö.
	const german = new Intl.Collator('de', { numeric: true });
	if (kind === 'account') listed.sort((a, b) => german.compare(a.name, b.name));
	return { people: listed, more: found.length > listedPeople };
}

/** One person of the organisation, or null if there is none or she was erased. */
export async function findPerson(db: Reader, tenantId: string, personId: string): Promise<PersonSummary | null> {
	const found = await select(db).where(
		and(eq(people.tenantId, tenantId), eq(people.id, personId), isNull(people.erasedAt))
	);
	const [person] = await withSessions(db, tenantId, found);
	return person ?? null;
}

function select(db: Reader) {
	return db
		.select({
			id: people.id,
			name: sql<string>`coalesce(${people.name}, '')`,
			kind: people.kind,
			email: accounts.email,
			role: accounts.role,
			since: people.createdAt
		})
		.from(people)
		.leftJoin(accounts, and(eq(accounts.tenantId, people.tenantId), eq(accounts.personId, people.id)))
		.$dynamic();
}

async function withSessions(
	db: Reader,
	tenantId: string,
	found: readonly Omit<PersonSummary, 'sessions'>[]
): Promise<PersonSummary[]> {
	if (found.length === 0) return [];
	const ids = found.map(({ id }) => id);
	const places = await db
		.select({ personId: participants.personId, title: liveSessions.title })
		.from(participants)
		.innerJoin(
			liveSessions,
			and(eq(liveSessions.tenantId, participants.tenantId), eq(liveSessions.id, participants.sessionId))
		)
		.where(and(eq(participants.tenantId, tenantId), inArray(participants.personId, ids)))
		.orderBy(desc(liveSessions.id));
	const titlesOf = (id: string) => places.filter(({ personId }) => personId === id).map(({ title }) => title);
	return found.map((person) => ({ ...person, sessions: titlesOf(person.id) }));
}
