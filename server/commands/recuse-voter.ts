import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { recuse } from '#domain/consensus/round.ts';
import { can } from '#domain/rights/rights.ts';
import { invariant, ok, refuse } from '#domain/result.ts';
import { standingsOf } from '../auth/standings.ts';
import { findParticipant } from '../db/repositories/sessions.ts';
import { roundVoters } from '../db/schema/consensus.ts';
import { defineCommand } from './command.ts';
import { holdRound } from './rounds.ts';
import { placeOfRound } from './session-places.ts';

/**
 * Somebody is biased (befangen) in a question and does not vote on it. She says so herself, or the facilitator does it for her. That it was
 * so is kept with the round; why is asked nowhere.
 */
export const recuseVoter = defineCommand({
	name: 'recuse-voter',
	right: 'ballot.recuse',
	input: v.object({
		roundId: v.pipe(v.string(), v.uuid()),
		/** Somebody else, whom the facilitator takes out of the vote. */
		participantId: v.optional(v.pipe(v.string(), v.uuid()))
	}),
	place: placeOfRound,
	async run(ctx, { roundId, participantId }) {
		const { tx, tenantId } = ctx;
		const { round, sessionId } = await holdRound(tx, tenantId, roundId, 'update');
		invariant(ctx.personId, 'the right needs a person');
		const own = await findParticipant(tx, tenantId, sessionId, ctx.personId);
		const whose = participantId ?? own?.id;
		if (whose === undefined) return refuse({ code: 'round.not-in-electorate' });
		if (whose !== own?.id) {
			const leads = can(await standingsOf(tx, ctx.actor, ctx.place), 'session.lead');
			if (!leads.ok) return leads;
		}
		const place = and(
			eq(roundVoters.tenantId, tenantId),
			eq(roundVoters.roundId, roundId),
			eq(roundVoters.participantId, whose)
		);
		const [voter] = await tx.select({ voted: roundVoters.voted }).from(roundVoters).where(place);
		const recused = recuse(round, whose, voter?.voted ?? false);
		if (!recused.ok) return recused;
		await tx.update(roundVoters).set({ recused: true }).where(place);
		ctx.announce({ kind: 'session.changed', sessionId });
		return ok({ participantId: whose });
	},
	audit: ({ roundId }, { participantId }) => ({ entity: 'round', entityId: roundId, facts: { participantId } })
});
