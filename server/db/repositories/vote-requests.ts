import { and, asc, eq } from 'drizzle-orm';
import type { Database, Transaction } from '../database.ts';
import { people } from '../schema/organisation.ts';
import { rounds, voteRequests } from '../schema/consensus.ts';
import { participants } from '../schema/sessions.ts';

type Reader = Database | Transaction;

/** Somebody's request to vote in a round that had opened before she came, and what became of it. */
export interface VoteRequest {
	roundId: string;
	participantId: string;
	name: string;
	state: 'asked' | 'admitted' | 'declined';
	askedAt: Date;
	decidedAt: Date | null;
	/** The person who decided. */
	decidedBy: string | null;
}

/** All late voters of a session who have asked, in the order of asking. */
export async function listVoteRequests(db: Reader, tenantId: string, sessionId: string): Promise<VoteRequest[]> {
	const found = await db
		.select({ request: voteRequests, name: people.name })
		.from(voteRequests)
		.innerJoin(rounds, and(eq(rounds.tenantId, voteRequests.tenantId), eq(rounds.id, voteRequests.roundId)))
		.innerJoin(
			participants,
			and(eq(participants.tenantId, voteRequests.tenantId), eq(participants.id, voteRequests.participantId))
		)
		.innerJoin(people, and(eq(people.tenantId, participants.tenantId), eq(people.id, participants.personId)))
		.where(and(eq(voteRequests.tenantId, tenantId), eq(rounds.sessionId, sessionId)))
		.orderBy(asc(voteRequests.askedAt), asc(voteRequests.participantId));
	return found.map(({ request: { tenantId: _, ...request }, name }) => ({ ...request, name: name ?? '' }));
}
