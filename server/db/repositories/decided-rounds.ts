import { and, asc, eq, sql } from 'drizzle-orm';
import type { DecidedRound } from '#domain/promotion/agreement.ts';
import type { Database, Transaction } from '../database.ts';
import { ballots, results, roundOptions, rounds } from '../schema/consensus.ts';
import { textVersions } from '../schema/processes.ts';
import { participants } from '../schema/sessions.ts';

type Reader = Database | Transaction;

/** A round with its step and number, as a promotion keeps it, and its result once it is closed. */
export interface ClosedRound extends DecidedRound {
	sessionId: string;
	stepId: string;
	methodVersion: number;
	roundNo: number;
	resultSha256: string | null;
}

/** A round as far as an agreement rests on it, or null. Who voted by group stays inside the server until it is shielded. */
export async function findDecidedRound(db: Reader, tenantId: string, roundId: string): Promise<ClosedRound | null> {
	const [found] = await db
		.select({ round: rounds, result: results })
		.from(rounds)
		.leftJoin(results, and(eq(results.tenantId, rounds.tenantId), eq(results.roundId, rounds.id)))
		.where(and(eq(rounds.tenantId, tenantId), eq(rounds.id, roundId)));
	if (!found) return null;
	const { round, result } = found;
	const options = await db
		.select({ id: roundOptions.id, textVersionId: roundOptions.textVersionId, sha256: textVersions.sha256 })
		.from(roundOptions)
		.innerJoin(
			textVersions,
			and(eq(textVersions.tenantId, roundOptions.tenantId), eq(textVersions.id, roundOptions.textVersionId))
		)
		.where(and(eq(roundOptions.tenantId, tenantId), eq(roundOptions.roundId, roundId)))
		.orderBy(asc(roundOptions.position));
	return {
		id: round.id,
		sessionId: round.sessionId,
		stepId: round.stepId,
		state: round.state,
		method: round.method,
		methodVersion: round.methodVersion,
		voteClass: round.voteClass,
		outcome: result?.outcome ?? null,
		roundNo: round.roundNo,
		counts: {
			eligible: result?.eligible ?? 0,
			cast: result?.cast ?? 0,
			recused: result?.recused ?? 0,
			byGroup: await countByGroup(db, tenantId, roundId)
		},
		options: options.map(({ id, textVersionId, sha256 }) => ({ id, text: { textVersionId, sha256 } })),
		resultSha256: result?.sha256 ?? null
	};
}

async function countByGroup(db: Reader, tenantId: string, roundId: string): Promise<Record<string, number>> {
	const voters = await db
		.select({ group: participants.group })
		.from(ballots)
		.innerJoin(
			participants,
			and(eq(participants.tenantId, ballots.tenantId), eq(sql`${participants.id}::text`, ballots.voterKey))
		)
		.where(and(eq(ballots.tenantId, tenantId), eq(ballots.roundId, roundId)));
	const counts: Record<string, number> = {};
	for (const { group } of voters) if (group) counts[group] = (counts[group] ?? 0) + 1;
	return counts;
}
