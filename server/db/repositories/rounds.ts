import { and, asc, eq, sql } from 'drizzle-orm';
import type { Part } from '#domain/sessions/non-public.ts';
import type { AgreementView, RoundView } from '#protocol/session-state.ts';
import type { Database, Transaction } from '../database.ts';
import {
	agreements,
	ballots,
	results,
	roundArguments,
	roundOptions,
	rounds,
	roundVoters
} from '../schema/consensus.ts';
import { texts, textVersions } from '../schema/processes.ts';
import { candidates } from '../schema/sessions.ts';
import { madeIn } from './non-public-parts.ts';

type Reader = Database | Transaction;

/** The rounds of a session as every viewer may see them: how many have voted, and what came out only after the close. */
export async function listRounds(db: Reader, tenantId: string, sessionId: string, part?: Part): Promise<RoundView[]> {
	const found = await db
		.select({ round: rounds, result: results })
		.from(rounds)
		.leftJoin(results, and(eq(results.tenantId, rounds.tenantId), eq(results.roundId, rounds.id)))
		.where(and(eq(rounds.tenantId, tenantId), eq(rounds.sessionId, sessionId), madeIn(rounds.nonPublicPartId, part)))
		.orderBy(asc(rounds.id));
	if (found.length === 0) return [];
	const [options, said, voters] = await Promise.all([
		listOptions(db, tenantId, sessionId),
		listArguments(db, tenantId, sessionId),
		countVoters(db, tenantId, sessionId)
	]);
	return found.map(({ round, result }) => {
		const { eligible = 0, cast = 0 } = voters.get(round.id) ?? {};
		return {
			id: round.id,
			stepId: round.stepId,
			question: round.question,
			method: round.method,
			params: round.params,
			voteClass: round.voteClass,
			secrecy: round.secrecy,
			named: round.named,
			state: round.state === 'prepared' ? 'open' : round.state,
			roundNo: round.roundNo,
			previousRoundId: round.previousRoundId,
			quorum: round.quorum,
			endsAt: round.endsAt?.getTime() ?? null,
			cancelReason: round.cancelReason,
			options: options.get(round.id) ?? [],
			eligible: result ? result.eligible - result.recused : eligible,
			recused: result?.recused ?? voters.get(round.id)?.recused ?? 0,
			cast: result?.cast ?? cast,
			result: result && round.state === 'closed' ? outcomeOf(result) : null,
			arguments: round.state === 'closed' ? (said.get(round.id) ?? []) : []
		};
	});
}

const outcomeOf = ({
	tally,
	outcome,
	contested,
	byGroup,
	quorate,
	sha256
}: typeof results.$inferSelect): RoundView['result'] => ({ tally, outcome, contested, byGroup, quorate, sha256 });

/** The options of all rounds of a session in their order, by round, with the element each one was. */
async function listOptions(db: Reader, tenantId: string, sessionId: string) {
	const found = await db
		.select({
			roundId: roundOptions.roundId,
			id: roundOptions.id,
			label: roundOptions.label,
			textVersionId: roundOptions.textVersionId,
			passive: roundOptions.passive,
			elementId: candidates.elementId,
			measureId: roundOptions.measureId
		})
		.from(roundOptions)
		.innerJoin(rounds, and(eq(rounds.tenantId, roundOptions.tenantId), eq(rounds.id, roundOptions.roundId)))
		.leftJoin(
			candidates,
			and(eq(candidates.tenantId, roundOptions.tenantId), eq(candidates.id, roundOptions.candidateId))
		)
		.where(and(eq(roundOptions.tenantId, tenantId), eq(rounds.sessionId, sessionId)))
		.orderBy(asc(roundOptions.position));
	const byRound = new Map<string, RoundView['options']>();
	for (const { roundId, ...option } of found) byRound.set(roundId, [...(byRound.get(roundId) ?? []), option]);
	return byRound;
}

/** What people said in the rounds of a session, by round, in the order of coming. */
async function listArguments(db: Reader, tenantId: string, sessionId: string) {
	const found = await db
		.select({
			roundId: roundArguments.roundId,
			optionId: roundArguments.optionId,
			kind: roundArguments.kind,
			text: roundArguments.text
		})
		.from(roundArguments)
		.innerJoin(rounds, and(eq(rounds.tenantId, roundArguments.tenantId), eq(rounds.id, roundArguments.roundId)))
		.where(and(eq(roundArguments.tenantId, tenantId), eq(rounds.sessionId, sessionId)))
		.orderBy(asc(roundArguments.id));
	const byRound = new Map<string, RoundView['arguments']>();
	for (const { roundId, ...argument } of found) byRound.set(roundId, [...(byRound.get(roundId) ?? []), argument]);
	return byRound;
}

/** How many may vote in each round of a session, how many of them have, and how many are recused. */
async function countVoters(db: Reader, tenantId: string, sessionId: string) {
	const found = await db
		.select({
			roundId: roundVoters.roundId,
			eligible: sql`count(*) filter (where not ${roundVoters.recused})`.mapWith(Number),
			cast: sql`count(*) filter (where ${roundVoters.voted})`.mapWith(Number),
			recused: sql`count(*) filter (where ${roundVoters.recused})`.mapWith(Number)
		})
		.from(roundVoters)
		.innerJoin(rounds, and(eq(rounds.tenantId, roundVoters.tenantId), eq(rounds.id, roundVoters.roundId)))
		.where(and(eq(roundVoters.tenantId, tenantId), eq(rounds.sessionId, sessionId)))
		.groupBy(roundVoters.roundId);
	return new Map(found.map(({ roundId, ...counts }) => [roundId, counts]));
}

/** The ballot somebody has cast in a round, for her own eyes; null if none. */
export async function findBallot(db: Reader, tenantId: string, roundId: string, voterKey: string): Promise<unknown> {
	const [found] = await db
		.select({ payload: ballots.payload })
		.from(ballots)
		.where(and(eq(ballots.tenantId, tenantId), eq(ballots.roundId, roundId), eq(ballots.voterKey, voterKey)));
	return found?.payload ?? null;
}

/** What a participant's part in a round is: whether she may vote, is recused, has voted. Null: she was not there when it opened. */
export async function findVoter(db: Reader, tenantId: string, roundId: string, participantId: string) {
	const [found] = await db
		.select({ recused: roundVoters.recused, voted: roundVoters.voted })
		.from(roundVoters)
		.where(
			and(
				eq(roundVoters.tenantId, tenantId),
				eq(roundVoters.roundId, roundId),
				eq(roundVoters.participantId, participantId)
			)
		);
	return found ?? null;
}

/** What a session has agreed, oldest first, with the live text that words it. */
export async function listAgreements(
	db: Reader,
	tenantId: string,
	sessionId: string,
	part?: Part
): Promise<AgreementView[]> {
	const rows = await db
		.select({ agreement: agreements, plain: textVersions.plain, sha256: textVersions.sha256, textId: texts.id })
		.from(agreements)
		.innerJoin(
			textVersions,
			and(eq(textVersions.tenantId, agreements.tenantId), eq(textVersions.id, agreements.textVersionId))
		)
		.leftJoin(texts, and(eq(texts.tenantId, agreements.tenantId), eq(texts.agreementId, agreements.id)))
		.where(
			and(
				eq(agreements.tenantId, tenantId),
				eq(agreements.sessionId, sessionId),
				madeIn(agreements.nonPublicPartId, part)
			)
		)
		.orderBy(asc(agreements.id));
	return rows.map(({ agreement, plain, sha256, textId }) => ({
		id: agreement.id,
		method: agreement.method,
		text: plain,
		sha256,
		roundId: agreement.roundId,
		optionId: agreement.optionId,
		basedOnId: agreement.basedOnId,
		state: agreement.state,
		wordingTextId: textId
	}));
}
