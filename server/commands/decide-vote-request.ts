import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { admitLate, mayAskToVote } from '#domain/consensus/round.ts';
import { invariant, ok, refuse } from '#domain/result.ts';
import { roundVoters, voteRequests } from '../db/schema/consensus.ts';
import { defineCommand } from './command.ts';
import { holdRound } from './rounds.ts';
import { placeOfRound } from './session-places.ts';

const uuid = v.pipe(v.string(), v.uuid());

/**
 * Admits somebody to an open round who asked to vote in it, or lets her only watch; that may still be changed into an admission, an
 * admission stays. When and by whom stands beside her in the electorate.
 */
export const decideVoteRequest = defineCommand({
	name: 'decide-vote-request',
	right: 'session.lead',
	input: v.object({ roundId: uuid, participantId: uuid, admit: v.boolean() }),
	place: placeOfRound,
	async run(ctx, { roundId, participantId, admit }) {
		const { tx, tenantId, now, personId } = ctx;
		invariant(personId, 'the right needs a person');
		const { round, sessionId } = await holdRound(tx, tenantId, roundId, 'update');
		const allowed = admit ? admitLate(round, participantId) : mayAskToVote(round, participantId);
		if (!allowed.ok) return allowed;
		const decided = await tx
			.update(voteRequests)
			.set({ state: admit ? 'admitted' : 'declined', decidedAt: now, decidedBy: personId })
			.where(
				and(
					eq(voteRequests.tenantId, tenantId),
					eq(voteRequests.roundId, roundId),
					eq(voteRequests.participantId, participantId)
				)
			)
			.returning({ roundId: voteRequests.roundId });
		if (decided.length === 0) return refuse({ code: 'round.not-asked' });
		if (admit)
			await tx
				.insert(roundVoters)
				.values({ tenantId, roundId, participantId, admittedLateAt: now, admittedBy: personId });
		ctx.announce({ kind: 'session.changed', sessionId });
		return ok({ participantId });
	},
	audit: ({ roundId, participantId, admit }) => ({
		entity: 'round',
		entityId: roundId,
		facts: { participantId, admit }
	})
});
