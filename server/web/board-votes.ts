import { and, eq } from 'drizzle-orm';
import { may } from '#domain/rights/rights.ts';
import type { VotedView } from '#protocol/board-votes.ts';
import type { Actor } from '../auth/actor.ts';
import { standingsOf } from '../auth/standings.ts';
import type { Database } from '../db/database.ts';
import type { BoardSummary } from '../db/repositories/boards.ts';
import { hasBoard } from '../db/repositories/non-public-parts.ts';
import { listVotedWords } from '../db/repositories/voted-words.ts';
import { liveSessions } from '../db/schema/sessions.ts';

/** What was voted on of a board, as far as somebody may read the sessions in which it was. */
export async function readVotes(
	db: Database,
	actor: Extract<Actor, { kind: 'person' }>,
	{ id: boardId, processId, nonPublic }: Pick<BoardSummary, 'id' | 'processId' | 'nonPublic'>
): Promise<VotedView[]> {
	const { tenantId } = actor;
	const meetings = await db
		.select({ sessionId: liveSessions.id, state: liveSessions.state })
		.from(liveSessions)
		.where(and(eq(liveSessions.tenantId, tenantId), hasBoard(db, boardId)));
	const led = new Map<string, boolean>();
	for (const { sessionId, state } of meetings) {
		const held = await standingsOf(db, actor, { tenantId, processId, sessionId, nonPublic });
		if (may(held, 'session.read')) led.set(sessionId, state !== 'ended' && may(held, 'session.lead'));
	}
	const votes = await listVotedWords(db, tenantId, boardId, [...led.keys()]);
	return votes.map(({ closedAt, ...vote }) => ({
		...vote,
		closedAt: closedAt.getTime(),
		leads: led.get(vote.sessionId) === true
	}));
}
