import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Part } from '#domain/sessions/non-public.ts';
import type { Database, Transaction } from '../database.ts';
import { minutes, stepVisits } from '../schema/minutes.ts';
import { people } from '../schema/organisation.ts';
import { madeIn } from './non-public-parts.ts';

type Reader = Database | Transaction;

/** A version of the minutes as the database knows it. */
export type MinutesRow = typeof minutes.$inferSelect;

/** All versions of one file of the minutes of a session, the newest first. */
export async function listMinutes(
	db: Reader,
	tenantId: string,
	sessionId: string,
	part: Part = 'public'
): Promise<MinutesRow[]> {
	return db
		.select()
		.from(minutes)
		.where(and(eq(minutes.tenantId, tenantId), eq(minutes.sessionId, sessionId), eq(minutes.part, part)))
		.orderBy(desc(minutes.number));
}

/** When which step was on, in public or not, in the order in which it happened. */
export async function listVisits(db: Reader, tenantId: string, sessionId: string, part: Part = 'public') {
	const rows = await db
		.select()
		.from(stepVisits)
		.where(
			and(
				eq(stepVisits.tenantId, tenantId),
				eq(stepVisits.sessionId, sessionId),
				madeIn(stepVisits.nonPublicPartId, part)
			)
		)
		.orderBy(asc(stepVisits.startedAt), asc(stepVisits.id));
	return rows.map(({ stepId, startedAt, endedAt }) => ({
		stepId,
		from: startedAt.getTime(),
		until: endedAt?.getTime() ?? null
	}));
}

/** The names behind pseudonyms; null for people who were erased or never gave one. */
export async function namesOf(
	db: Reader,
	tenantId: string,
	ids: readonly string[]
): Promise<Record<string, string | null>> {
	const wanted = [...new Set(ids)];
	if (wanted.length === 0) return {};
	const rows = await db
		.select({ id: people.id, name: people.name })
		.from(people)
		.where(and(eq(people.tenantId, tenantId), inArray(people.id, wanted)));
	return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
