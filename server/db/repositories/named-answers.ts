import { and, asc, eq, sql } from 'drizzle-orm';
import type { MinutesAnswer } from '#domain/minutes/minutes.ts';
import type { Part } from '#domain/sessions/non-public.ts';
import type { Database, Transaction } from '../database.ts';
import { ballots, rounds } from '../schema/consensus.ts';
import { participants } from '../schema/sessions.ts';
import { madeIn } from './non-public-parts.ts';

/**
 * Who answered what in the closed open rounds of a session, by round. Nothing else can be asked for here: not before the close, not
 * where votes are secret or by group, and not where people voted before they were told. The order of the pseudonyms is not that of the vote.
 */
export async function listNamedAnswers(
	db: Database | Transaction,
	tenantId: string,
	sessionId: string,
	part: Part
): Promise<Map<string, MinutesAnswer[]>> {
	const found = await db
		.select({
			roundId: rounds.id,
			personId: participants.personId,
			group: participants.group,
			ballot: ballots.payload
		})
		.from(rounds)
		.innerJoin(ballots, and(eq(ballots.tenantId, rounds.tenantId), eq(ballots.roundId, rounds.id)))
		.innerJoin(
			participants,
			and(eq(participants.tenantId, ballots.tenantId), eq(sql`${participants.id}::text`, ballots.voterKey))
		)
		.where(
			and(
				eq(rounds.tenantId, tenantId),
				eq(rounds.sessionId, sessionId),
				madeIn(rounds.nonPublicPartId, part),
				eq(rounds.state, 'closed'),
				eq(rounds.secrecy, 'open'),
				eq(rounds.named, true)
			)
		)
		.orderBy(asc(participants.personId));
	const byRound = new Map<string, MinutesAnswer[]>();
	for (const { roundId, ...answer } of found) byRound.set(roundId, [...(byRound.get(roundId) ?? []), answer]);
	return byRound;
}
