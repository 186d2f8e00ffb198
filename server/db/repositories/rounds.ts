import { and, asc, count, eq } from 'drizzle-orm';
import type { AgreementView, RoundView } from '#protocol/session-state.ts';
import type { Database, Transaction } from '../database.ts';
import { agreements, ballots, results, roundOptions, rounds, roundVoters } from '../schema/consensus.ts';
import { texts, textVersions } from '../schema/processes.ts';

type Reader = Database | Transaction;

/** The rounds of a session as every viewer may see them: how many have voted, and what came out only after the close. */
export async function listRounds(db: Reader, tenantId: string, sessionId: string): Promise<RoundView[]> {
	const found = await db
		.select({ round: rounds, result: results })
		.from(rounds)
		.leftJoin(results, and(eq(results.tenantId, rounds.tenantId), eq(results.roundId, rounds.id)))
		.where(and(eq(rounds.tenantId, tenantId), eq(rounds.sessionId, sessionId)))
		.orderBy(asc(rounds.id));
	return Promise.all(
		found.map(async ({ round, result }) => ({
			id: round.id,
			stepId: round.stepId,
			question: round.question,
			method: round.method,
			params: round.params,
			voteClass: round.voteClass,
			secrecy: round.secrecy,
			state: round.state === 'prepared' ? 'open' : round.state,
			roundNo: round.roundNo,
			options: await listOptions(db, tenantId, round.id),
			eligible: result?.eligible ?? (await countVoters(db, tenantId, round.id)),
			cast: result?.cast ?? (await countBallots(db, tenantId, round.id)),
			result: result && round.state === 'closed' ? { tally: result.tally, sha256: result.sha256 } : null
		}))
	);
}

/** The options of a round in their order. */
export async function listOptions(db: Reader, tenantId: string, roundId: string) {
	return db
		.select({ id: roundOptions.id, label: roundOptions.label, textVersionId: roundOptions.textVersionId })
		.from(roundOptions)
		.where(and(eq(roundOptions.tenantId, tenantId), eq(roundOptions.roundId, roundId)))
		.orderBy(asc(roundOptions.position));
}

async function countVoters(db: Reader, tenantId: string, roundId: string): Promise<number> {
	const [row] = await db
		.select({ n: count() })
		.from(roundVoters)
		.where(and(eq(roundVoters.tenantId, tenantId), eq(roundVoters.roundId, roundId), eq(roundVoters.recused, false)));
	return row?.n ?? 0;
}

async function countBallots(db: Reader, tenantId: string, roundId: string): Promise<number> {
	const [row] = await db
		.select({ n: count() })
		.from(ballots)
		.where(and(eq(ballots.tenantId, tenantId), eq(ballots.roundId, roundId)));
	return row?.n ?? 0;
}

/** The ballot somebody has cast in a round, for her own eyes; null if none. */
export async function findBallot(db: Reader, tenantId: string, roundId: string, voterKey: string): Promise<unknown> {
	const [found] = await db
		.select({ payload: ballots.payload })
		.from(ballots)
		.where(and(eq(ballots.tenantId, tenantId), eq(ballots.roundId, roundId), eq(ballots.voterKey, voterKey)));
	return found?.payload ?? null;
}

/** Whether a participant may vote in a round: she was there when it opened and is not recused. */
export async function isVoter(db: Reader, tenantId: string, roundId: string, participantId: string): Promise<boolean> {
	const [found] = await db
		.select({ recused: roundVoters.recused })
		.from(roundVoters)
		.where(
			and(
				eq(roundVoters.tenantId, tenantId),
				eq(roundVoters.roundId, roundId),
				eq(roundVoters.participantId, participantId)
			)
		);
	return found !== undefined && !found.recused;
}

/** What a session has agreed, oldest first, with the live text that words it. */
export async function listAgreements(db: Reader, tenantId: string, sessionId: string): Promise<AgreementView[]> {
	const rows = await db
		.select({ agreement: agreements, plain: textVersions.plain, sha256: textVersions.sha256, textId: texts.id })
		.from(agreements)
		.innerJoin(
			textVersions,
			and(eq(textVersions.tenantId, agreements.tenantId), eq(textVersions.id, agreements.textVersionId))
		)
		.leftJoin(texts, and(eq(texts.tenantId, agreements.tenantId), eq(texts.agreementId, agreements.id)))
		.where(and(eq(agreements.tenantId, tenantId), eq(agreements.sessionId, sessionId)))
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
