import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { closeRound as closeByRule } from '#domain/consensus/round.ts';
import { ok } from '#domain/result.ts';
import { canonicalJson } from '#domain/texts/canonical-json.ts';
import { ballots, results, rounds } from '../db/schema/consensus.ts';
import { sha256 } from '../ids.ts';
import { defineCommand } from './command.ts';
import { holdRound } from './rounds.ts';
import { placeOfRound } from './session-places.ts';

/** Closes a round and writes its result, once and for good. A correction is a new round. */
export const closeRound = defineCommand({
	name: 'close-round',
	right: 'session.lead',
	input: v.object({ roundId: v.pipe(v.string(), v.uuid()) }),
	place: placeOfRound,
	async run(ctx, { roundId }) {
		const { tx, tenantId, now: closedAt } = ctx;
		const { round, sessionId } = await holdRound(tx, tenantId, roundId, 'update');
		const cast = await tx
			.select({ payload: ballots.payload })
			.from(ballots)
			.where(and(eq(ballots.tenantId, tenantId), eq(ballots.roundId, roundId)));
		const closed = closeByRule(
			round,
			cast.map(({ payload }) => payload)
		);
		if (!closed.ok) return closed;
		const { result } = closed.value;
		const hash = sha256(canonicalJson({ roundId, ...result }));
		await tx.insert(results).values({
			tenantId,
			roundId,
			tally: result.tally as Record<string, unknown>,
			eligible: result.eligible,
			cast: result.cast,
			recused: result.recused,
			sha256: hash,
			closedAt
		});
		await tx
			.update(rounds)
			.set({ state: 'closed', closedAt })
			.where(and(eq(rounds.tenantId, tenantId), eq(rounds.id, roundId)));
		ctx.announce({ kind: 'session.changed', sessionId });
		return ok({ roundId, sha256: hash, cast: result.cast });
	},
	audit: (_, { roundId, sha256, cast }) => ({ entity: 'round', entityId: roundId, facts: { sha256, cast } })
});
