import { and, asc, eq, isNull } from 'drizzle-orm';
import type { BoardElement, BoardSnapshot } from '#board/board-element.ts';
import { isCluster } from '#board/cluster.ts';
import { holdsIdea } from '#board/elements.ts';
import { isContested } from '#domain/synthesis/contested.ts';
import { results, roundOptions, rounds } from '../db/schema/consensus.ts';
import { candidates, liveSessions } from '../db/schema/sessions.ts';
import type { topics } from '../db/schema/synthesis.ts';
import { notesIn } from '../live/board-projection.ts';
import { publicBoardOf } from '../db/repositories/non-public-parts.ts';
import { readBoardIn } from './boards.ts';
import type { Context } from './context.ts';

type Weight = Pick<typeof topics.$inferInsert, 'dots' | 'voters' | 'cast' | 'contested'>;
type Topic = Weight & Pick<typeof topics.$inferInsert, 'sessionId' | 'boardId' | 'elementId' | 'title' | 'cards'>;

/**
 * The topics on the boards of all sessions of a process, and the single cards that were voted on, with what the groups gave them. What was
 * not public stays where it was.
 */
export async function topicsOfGroups(ctx: Context, processId: string): Promise<Topic[]> {
	const { tx, tenantId } = ctx;
	const sessions = await tx
		.select({ id: liveSessions.id, boardId: liveSessions.boardId, publicBoardId: liveSessions.publicBoardId })
		.from(liveSessions)
		.where(
			and(eq(liveSessions.tenantId, tenantId), eq(liveSessions.processId, processId), isNull(liveSessions.rehearsalOf))
		)
		.orderBy(asc(liveSessions.id));
	const found: Topic[] = [];
	for (const { id: sessionId, ...boards } of sessions) {
		const boardId = publicBoardOf(boards);
		const weights = await weightsIn(ctx, sessionId);
		const { board } = await readBoardIn(ctx, boardId);
		for (const element of board.elements) {
			const wasVotedOn = holdsIdea(element) && weights.has(element.id);
			if (!wasVotedOn && !isCluster(element)) continue;
			const cards = cardsOf(board, element).map(({ id, text }) => ({ elementId: id, text }));
			if (cards.length === 0) continue;
			found.push({
				sessionId,
				boardId,
				elementId: element.id,
				title: element.text,
				cards,
				...(weights.get(element.id) ?? unweighed)
			});
		}
	}
	return found;
}

const unweighed: Weight = { dots: null, voters: null, cast: null, contested: false };

function cardsOf(board: BoardSnapshot, element: BoardElement): BoardElement[] {
	if (holdsIdea(element)) return [element];
	return notesIn(board, element.id);
}

/** What the closed rounds of a session gave, by the element that was voted on; the last round counts. */
async function weightsIn({ tx, tenantId }: Context, sessionId: string): Promise<ReadonlyMap<string, Weight>> {
	const rows = await tx
		.select({ optionId: roundOptions.id, elementId: candidates.elementId, tally: results.tally, cast: results.cast })
		.from(rounds)
		.innerJoin(results, and(eq(results.tenantId, rounds.tenantId), eq(results.roundId, rounds.id)))
		.innerJoin(roundOptions, and(eq(roundOptions.tenantId, rounds.tenantId), eq(roundOptions.roundId, rounds.id)))
		.innerJoin(candidates, and(eq(candidates.tenantId, rounds.tenantId), eq(candidates.id, roundOptions.candidateId)))
		.where(and(eq(rounds.tenantId, tenantId), eq(rounds.sessionId, sessionId), isNull(rounds.nonPublicPartId)))
		.orderBy(asc(results.closedAt));
	const weights = new Map<string, Weight>();
	for (const { optionId, elementId, tally, cast } of rows) {
		const { total, voters: by } = tally as { total?: Record<string, number>; voters?: Record<string, number> };
		if (!total || !by) continue;
		const [dots, voters] = [total[optionId] ?? 0, by[optionId] ?? 0];
		const contested = isContested({ dots, voters, cast, most: Math.max(...Object.values(total)) });
		weights.set(elementId, { dots, voters, cast, contested });
	}
	return weights;
}
