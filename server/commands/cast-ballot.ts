import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import { checkVote } from '#domain/consensus/round.ts';
import { invariant, ok } from '#domain/result.ts';
import { findParticipant } from '../db/repositories/sessions.ts';
import { ballots } from '../db/schema/consensus.ts';
import { defineCommand } from './command.ts';
import { holdRound } from './rounds.ts';
import { placeOfRound } from './session-places.ts';

/** Takes or changes somebody's answer while the round is open. What she chose leaves the server only as part of the result. */
export const castBallot = defineCommand({
	name: 'cast-ballot',
	right: 'ballot.cast',
	input: v.object({ roundId: v.pipe(v.string(), v.uuid()), ballot: v.record(v.string(), v.number()) }),
	place: placeOfRound,
	async run(ctx, { roundId, ballot }) {
		const { tx, tenantId } = ctx;
		const { round, sessionId } = await holdRound(tx, tenantId, roundId, 'share');
		invariant(ctx.personId, 'the right needs a person');
		const voter = await findParticipant(tx, tenantId, sessionId, ctx.personId);
		invariant(voter, 'whoever may vote takes part');
		const payload = checkVote(round, voter.id, ballot);
		if (!payload.ok) return payload;
		const [cast] = await tx
			.insert(ballots)
			.values({ tenantId, roundId, voterKey: voter.id, payload: payload.value })
			.onConflictDoUpdate({
				target: [ballots.tenantId, ballots.roundId, ballots.voterKey],
				set: { payload: payload.value, revision: sql`${ballots.revision} + 1` }
			})
			.returning({ revision: ballots.revision });
		invariant(cast, 'an upsert returns its row');
		ctx.announce({ kind: 'session.changed', sessionId });
		return ok({ revision: cast.revision });
	},
	audit: ({ roundId }, { revision }) => ({ entity: 'round', entityId: roundId, facts: { revision } })
});
