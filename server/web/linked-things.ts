import { may } from '#domain/rights/rights.ts';
import type { LinkedView } from '#protocol/linked-views.ts';
import type { Actor } from '../auth/actor.ts';
import { standingsOf } from '../auth/standings.ts';
import type { Database } from '../db/database.ts';
import type { BoardSummary } from '../db/repositories/boards.ts';
import { listGoalsOfToday } from '../db/repositories/goals-of-today.ts';
import { readSynthesis } from '../db/repositories/synthesis.ts';

/** The goals of the organisation and the strategy cards of a board's process, each only for whoever may read it. */
export async function readLinkedThings(
	db: Database,
	actor: Extract<Actor, { kind: 'person' }>,
	{ processId }: Pick<BoardSummary, 'processId'>
): Promise<LinkedView[]> {
	const { tenantId } = actor;
	const [inHouse, inProcess] = await Promise.all([
		standingsOf(db, actor, { tenantId }),
		standingsOf(db, actor, { tenantId, processId })
	]);
	const [goals, cards] = await Promise.all([
		may(inHouse, 'goal.read') ? listGoalsOfToday(db, tenantId) : [],
		may(inProcess, 'process.read') ? strategyCardsOf(db, tenantId, processId) : []
	]);
	return [...goals, ...cards];
}

async function strategyCardsOf(db: Database, tenantId: string, processId: string): Promise<LinkedView[]> {
	const { spaces, topics } = await readSynthesis(db, tenantId, processId);
	return spaces.flatMap(({ id, title, definition, cardId }): LinkedView[] => {
		if (cardId === null) return [];
		const here = topics.filter(({ placedIn }) => placedIn.includes(id)).length;
		return [{ kind: 'strategy-card', ref: cardId, words: `${title}\n${definition}`.trim(), topics: here }];
	});
}
