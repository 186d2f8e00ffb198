import { and, asc, eq, isNotNull, isNull, ne, type SQL } from 'drizzle-orm';
import { union } from 'drizzle-orm/pg-core';
import type { Database, Transaction } from '../database.ts';
import { isAway } from './attendances.ts';
import { people } from '../schema/organisation.ts';
import { rounds } from '../schema/consensus.ts';
import { agendaSteps, cards, liveSessions, participants } from '../schema/sessions.ts';

type Reader = Database | Transaction;

/** A live session as the database knows it. */
export type LiveSession = typeof liveSessions.$inferSelect;

/** A step of an agenda as the database knows it. */
export type AgendaStep = typeof agendaSteps.$inferSelect;

/** A step as every viewer may see it. */
export type AgendaStepView = Awaited<ReturnType<typeof listSteps>>[number];

/** One session of the tenant, or null. */
export async function findSession(db: Reader, tenantId: string, id: string): Promise<LiveSession | null> {
	const [found] = await db
		.select()
		.from(liveSessions)
		.where(and(eq(liveSessions.tenantId, tenantId), eq(liveSessions.id, id)));
	return found ?? null;
}

/** The same, held until the transaction ends: whoever changes step, timer or state takes this. */
export async function holdSession(tx: Transaction, tenantId: string, id: string): Promise<LiveSession | null> {
	const [found] = await tx
		.select()
		.from(liveSessions)
		.where(and(eq(liveSessions.tenantId, tenantId), eq(liveSessions.id, id)))
		.for('update');
	return found ?? null;
}

/** The session behind a typed code, among those that have not ended. */
export async function findSessionByCode(db: Reader, code: string): Promise<LiveSession | null> {
	const [found] = await db
		.select()
		.from(liveSessions)
		.where(and(eq(liveSessions.code, code), ne(liveSessions.state, 'ended')));
	return found ?? null;
}

/** The session behind a join link, ended or not. */
export async function findSessionByToken(db: Reader, token: string): Promise<LiveSession | null> {
	const [found] = await db.select().from(liveSessions).where(eq(liveSessions.joinToken, token));
	return found ?? null;
}

/** The steps of a session in order, as every viewer may see them. */
export async function listSteps(db: Reader, tenantId: string, sessionId: string) {
	const rows = await db
		.select()
		.from(agendaSteps)
		.where(and(eq(agendaSteps.tenantId, tenantId), eq(agendaSteps.sessionId, sessionId)))
		.orderBy(asc(agendaSteps.position));
	return rows.map(({ id, kind, title, prompt, minutes, areaId, anonymous, revealedAt }) => ({
		id,
		kind,
		title,
		prompt,
		minutes,
		areaId,
		anonymous,
		revealed: revealedAt !== null
	}));
}

/** The steps of a session in which cards were written or a round was held. */
export async function listUsedSteps(db: Reader, tenantId: string, sessionId: string): Promise<ReadonlySet<string>> {
	const written = db
		.select({ stepId: cards.stepId })
		.from(cards)
		.where(and(eq(cards.tenantId, tenantId), eq(cards.sessionId, sessionId)));
	const voted = db
		.select({ stepId: rounds.stepId })
		.from(rounds)
		.where(and(eq(rounds.tenantId, tenantId), eq(rounds.sessionId, sessionId)));
	return new Set((await union(written, voted)).map(({ stepId }) => stepId));
}

/** One step of a session, held until the transaction ends. */
export async function holdStep(tx: Transaction, tenantId: string, stepId: string): Promise<AgendaStep | null> {
	const [found] = await tx
		.select()
		.from(agendaSteps)
		.where(and(eq(agendaSteps.tenantId, tenantId), eq(agendaSteps.id, stepId)))
		.for('update');
	return found ?? null;
}

/** Everybody in a session who has not been removed, in the order of joining; who still waits at the door is not in it. */
export const listParticipants = (db: Reader, tenantId: string, sessionId: string) =>
	listPlaces(db, tenantId, sessionId, isNull(participants.waitingSince));

/** Those who wait to be let in, in the order of coming. */
export const listWaiting = (db: Reader, tenantId: string, sessionId: string) =>
	listPlaces(db, tenantId, sessionId, isNotNull(participants.waitingSince));

async function listPlaces(db: Reader, tenantId: string, sessionId: string, which: SQL) {
	const rows = await db
		.select({ participant: participants, name: people.name, kind: people.kind, away: isAway })
		.from(participants)
		.innerJoin(people, and(eq(people.tenantId, participants.tenantId), eq(people.id, participants.personId)))
		.where(
			and(
				eq(participants.tenantId, tenantId),
				eq(participants.sessionId, sessionId),
				isNull(participants.removedAt),
				which
			)
		)
		.orderBy(asc(participants.id));
	return rows.map(({ participant, name, kind, away }) => ({
		...participant,
		name: name ?? '',
		guest: kind === 'guest',
		/** She has said that she is not there for now. */
		away
	}));
}

/** A person's place in a session, also after her removal; null if she never joined. */
export async function findParticipant(db: Reader, tenantId: string, sessionId: string, personId: string) {
	const [found] = await db
		.select()
		.from(participants)
		.where(
			and(
				eq(participants.tenantId, tenantId),
				eq(participants.sessionId, sessionId),
				eq(participants.personId, personId)
			)
		);
	return found ?? null;
}
