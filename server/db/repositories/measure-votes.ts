import { and, desc, eq } from 'drizzle-orm';
import { methodNamed } from '#domain/consensus/methods.ts';
import type { Part } from '#domain/sessions/non-public.ts';
import type { MeasureVote } from '#protocol/budget-view.ts';
import type { Database, Transaction } from '../database.ts';
import { budgetMeasures } from '../schema/budgets.ts';
import { results, roundOptions, rounds } from '../schema/consensus.ts';
import { madeIn } from './non-public-parts.ts';

type Reader = Database | Transaction;

/**
 * The last closed vote over measures of a budget that ranked them, and the last one by criteria, from which the order of the list follows.
 * Rehearsals count nowhere: their sessions know no budget. In public, votes of non-public parts do not count either.
 */
export async function lastVotes(
	db: Reader,
	tenantId: string,
	budgetId: string,
	part?: Part
): Promise<{ last: MeasureVote | null; scored: MeasureVote | null }> {
	const found = await db
		.selectDistinct({ id: rounds.id, method: rounds.method, sessionId: rounds.sessionId, question: rounds.question })
		.from(rounds)
		.innerJoin(roundOptions, and(eq(roundOptions.tenantId, rounds.tenantId), eq(roundOptions.roundId, rounds.id)))
		.innerJoin(
			budgetMeasures,
			and(eq(budgetMeasures.tenantId, roundOptions.tenantId), eq(budgetMeasures.id, roundOptions.measureId))
		)
		.where(
			and(
				eq(rounds.tenantId, tenantId),
				eq(budgetMeasures.budgetId, budgetId),
				eq(rounds.state, 'closed'),
				madeIn(rounds.nonPublicPartId, part)
			)
		)
		.orderBy(desc(rounds.id));
	const newest = found.find(({ method }) => ranks(method));
	const byCriteria = found.find(({ method }) => method === 'weighted');
	const wanted = [...new Set([newest, byCriteria].flatMap((one) => one ?? []))];
	const votes = await Promise.all(wanted.map((round) => voteOf(db, tenantId, round)));
	const of = (id: string | undefined) => votes.find(({ roundId }) => roundId === id) ?? null;
	return { last: of(newest?.id), scored: of(byCriteria?.id) };
}

const ranks = (method: string): boolean => {
	const named = methodNamed(method);
	return named.ok && named.value.options.most > 1;
};

interface ClosedRound {
	id: string;
	method: string;
	sessionId: string;
	question: string;
}

async function voteOf(db: Reader, tenantId: string, round: ClosedRound): Promise<MeasureVote> {
	const [options, [result]] = await Promise.all([
		db
			.select({ id: roundOptions.id, measureId: roundOptions.measureId })
			.from(roundOptions)
			.where(and(eq(roundOptions.tenantId, tenantId), eq(roundOptions.roundId, round.id))),
		db
			.select({ tally: results.tally })
			.from(results)
			.where(and(eq(results.tenantId, tenantId), eq(results.roundId, round.id)))
	]);
	const method = methodNamed(round.method);
	const ranking = (method.ok && result && method.value.ranking(result.tally)) || {};
	const ranked = options.flatMap(({ id, measureId }) =>
		measureId !== null && ranking[id] !== undefined ? [[measureId, ranking[id]] as const] : []
	);
	const { id: roundId, sessionId, question } = round;
	return { roundId, sessionId, question, ranking: Object.fromEntries(ranked) };
}
