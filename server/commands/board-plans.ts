import { and, eq, isNotNull, ne, or } from 'drizzle-orm';
import type { BoardElement, BoardSnapshot } from '#board/board-element.ts';
import { definitionOf } from '#board/elements.ts';
import { planOfBoard, type ScaffoldPlan } from '#board/scaffold-plan.ts';
import { hasBoard } from '../db/repositories/non-public-parts.ts';
import { cards, liveSessions, participants } from '../db/schema/sessions.ts';
import { readBoardIn } from './boards.ts';
import type { Context } from './context.ts';

/** The scaffold of a board as it stands now, or only these areas of it with what lies in them. Nothing in it comes from participants. */
export async function planOfBoardNow(ctx: Context, boardId: string, areas?: readonly string[]): Promise<ScaffoldPlan> {
	const { board, docs } = await readBoardIn(ctx, boardId);
	const contributed = await contributedTo(ctx, boardId);
	const chosen = areas && new Set(areas);
	const isTheirs = ({ id, by }: BoardElement) => contributed.has(id) || contributed.has(by ?? '');
	return planOfBoard(docs, (element) => isTheirs(element) || (chosen ? !liesIn(board, element, chosen) : false));
}

/** An arrow lies in no area: it comes along where both its ends do. */
function liesIn(board: BoardSnapshot, { id, type }: BoardElement, areas: ReadonlySet<string>): boolean {
	for (let at: string | null = id; at !== null; at = board.byId.get(at)?.parent ?? null) if (areas.has(at)) return true;
	return definitionOf(type).joins;
}

/** Participants who do not lead or have taken over only later, and all cards that were sent in: what is theirs stays theirs, also locked into the scaffold. */
async function contributedTo({ tx, tenantId }: Context, boardId: string): Promise<ReadonlySet<string>> {
	const here = and(eq(liveSessions.tenantId, tenantId), hasBoard(tx, boardId));
	const people = await tx
		.select({ id: participants.id })
		.from(participants)
		.innerJoin(
			liveSessions,
			and(eq(liveSessions.tenantId, participants.tenantId), eq(liveSessions.id, participants.sessionId))
		)
		.where(and(here, or(ne(participants.role, 'facilitator'), isNotNull(participants.mayLeadSince))));
	const sent = await tx
		.select({ id: cards.elementId })
		.from(cards)
		.innerJoin(liveSessions, and(eq(liveSessions.tenantId, cards.tenantId), eq(liveSessions.id, cards.sessionId)))
		.where(here);
	return new Set([...people, ...sent].map(({ id }) => id));
}
