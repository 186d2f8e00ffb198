import { and, asc, eq } from 'drizzle-orm';
import { invariant } from '#domain/result.ts';
import type { Round } from '#domain/consensus/round.ts';
import type { Transaction } from '../db/database.ts';
import { rounds, roundOptions, roundVoters } from '../db/schema/consensus.ts';

/**
 * A round as the rules know it, held until the transaction ends: `share` lets many cast at once, `update` waits for all
 * of them and lets nobody in, so that no ballot comes after the close.
 */
export async function holdRound(
	tx: Transaction,
	tenantId: string,
	roundId: string,
	strength: 'share' | 'update'
): Promise<{ round: Round; sessionId: string; nonPublicPartId: string | null }> {
	const [row] = await tx
		.select()
		.from(rounds)
		.where(and(eq(rounds.tenantId, tenantId), eq(rounds.id, roundId)))
		.for(strength);
	invariant(row, 'the place is a round');
	const options = await tx
		.select({ id: roundOptions.id, passive: roundOptions.passive })
		.from(roundOptions)
		.where(and(eq(roundOptions.tenantId, tenantId), eq(roundOptions.roundId, roundId)))
		.orderBy(asc(roundOptions.position));
	const electorate = await tx
		.select({ id: roundVoters.participantId, recused: roundVoters.recused })
		.from(roundVoters)
		.where(and(eq(roundVoters.tenantId, tenantId), eq(roundVoters.roundId, roundId)));
	const { state, method, params, voteClass, secrecy, roundNo, quorum, endsAt, sessionId, nonPublicPartId } = row;
	return {
		sessionId,
		nonPublicPartId,
		round: {
			state,
			method,
			params,
			voteClass,
			secrecy,
			roundNo,
			quorum,
			endsAt: endsAt?.getTime() ?? null,
			optionIds: options.map(({ id }) => id),
			passiveId: options.find(({ passive }) => passive)?.id ?? null,
			electorate
		}
	};
}
