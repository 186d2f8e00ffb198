import * as v from 'valibot';
import { mayAskToVote } from '#domain/consensus/round.ts';
import { invariant, ok } from '#domain/result.ts';
import { findParticipant } from '../db/repositories/sessions.ts';
import { voteRequests } from '../db/schema/consensus.ts';
import { defineCommand } from './command.ts';
import { holdRound } from './rounds.ts';
import { placeOfRound } from './session-places.ts';

/** Asks to vote in a round that opened before somebody came. Asking twice is asking once; what was decided stays decided. */
export const askToVote = defineCommand({
	name: 'ask-to-vote',
	right: 'ballot.ask',
	input: v.object({ roundId: v.pipe(v.string(), v.uuid()) }),
	place: placeOfRound,
	async run(ctx, { roundId }) {
		const { tx, tenantId, now: askedAt } = ctx;
		const { round, sessionId } = await holdRound(tx, tenantId, roundId, 'share');
		invariant(ctx.personId, 'the right needs a person');
		const asking = await findParticipant(tx, tenantId, sessionId, ctx.personId);
		invariant(asking, 'whoever may ask takes part');
		const allowed = mayAskToVote(round, asking.id);
		if (!allowed.ok) return allowed;
		await tx
			.insert(voteRequests)
			.values({ tenantId, roundId, participantId: asking.id, askedAt })
			.onConflictDoNothing();
		ctx.announce({ kind: 'session.changed', sessionId });
		return ok({ participantId: asking.id });
	},
	audit: ({ roundId }, { participantId }) => ({ entity: 'round', entityId: roundId, facts: { participantId } })
});
