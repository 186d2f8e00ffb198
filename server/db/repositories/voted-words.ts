import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import { placeIn, type Place } from '#domain/consensus/place.ts';
import type { Database, Transaction } from '../database.ts';
import { agreements, results, roundOptions, rounds } from '../schema/consensus.ts';
import { candidates, liveSessions } from '../schema/sessions.ts';

/** What was voted on of one element of a board. */
export interface VotedWords {
	elementId: string;
	words: string;
	question: string;
	agreed: boolean;
	place: Place | null;
	sessionId: string;
	sessionTitle: string;
	closedAt: Date;
}

/**
 * The words of cards and topics of a board that stood for a vote which is closed, in some of its sessions. Of several votes the last one
 * counts, unless an earlier one was agreed: an agreement holds until there is another.
 */
export async function listVotedWords(
	db: Database | Transaction,
	tenantId: string,
	boardId: string,
	sessionIds: readonly string[]
): Promise<VotedWords[]> {
	if (sessionIds.length === 0) return [];
	const found = await db
		.select({
			elementId: candidates.elementId,
			words: roundOptions.label,
			question: rounds.question,
			agreementId: agreements.id,
			sessionId: rounds.sessionId,
			sessionTitle: liveSessions.title,
			closedAt: results.closedAt,
			optionId: roundOptions.id,
			counted: { tally: results.tally, cast: results.cast, quorate: results.quorate }
		})
		.from(candidates)
		.innerJoin(
			roundOptions,
			and(eq(roundOptions.tenantId, candidates.tenantId), eq(roundOptions.candidateId, candidates.id))
		)
		.innerJoin(rounds, and(eq(rounds.tenantId, candidates.tenantId), eq(rounds.id, roundOptions.roundId)))
		.innerJoin(results, and(eq(results.tenantId, candidates.tenantId), eq(results.roundId, rounds.id)))
		.innerJoin(liveSessions, and(eq(liveSessions.tenantId, candidates.tenantId), eq(liveSessions.id, rounds.sessionId)))
		.leftJoin(
			agreements,
			and(
				eq(agreements.tenantId, candidates.tenantId),
				eq(agreements.optionId, roundOptions.id),
				ne(agreements.state, 'withdrawn')
			)
		)
		.where(
			and(
				eq(candidates.tenantId, tenantId),
				eq(candidates.boardId, boardId),
				eq(rounds.state, 'closed'),
				inArray(rounds.sessionId, [...sessionIds])
			)
		)
		.orderBy(asc(results.closedAt), asc(rounds.id));
	const lasting = new Map<string, VotedWords>();
	for (const { agreementId, optionId, counted, ...vote } of found) {
		const agreed = agreementId !== null;
		if (agreed || !lasting.get(vote.elementId)?.agreed)
			lasting.set(vote.elementId, { ...vote, agreed, place: placeIn(counted, optionId) });
	}
	return [...lasting.values()];
}
