import * as v from 'valibot';
import { checkVote } from '#domain/consensus/round.ts';
import { invariant, ok } from '#domain/result.ts';
import { findParticipant } from '../db/repositories/sessions.ts';
import { putIntoBox } from './ballot-box.ts';
import { defineCommand } from './command.ts';
import { holdRound } from './rounds.ts';
import { placeOfRound } from './session-places.ts';

/**
 * Takes or changes somebody's answer while the round is open. What she chose leaves the server only as part of the result. A secret round
 * needs the `token` that her browser made up for it and keeps for itself.
 */
export const castBallot = defineCommand({
	name: 'cast-ballot',
	right: 'ballot.cast',
	input: v.object({
		roundId: v.pipe(v.string(), v.uuid()),
		ballot: v.record(v.string(), v.unknown()),
		token: v.optional(v.nullable(v.pipe(v.string(), v.minLength(20), v.maxLength(80))), null)
	}),
	place: placeOfRound,
	async run(ctx, { roundId, ballot, token }) {
		const { tx, tenantId, now } = ctx;
		const { round, sessionId } = await holdRound(tx, tenantId, roundId, 'share');
		invariant(ctx.personId, 'the right needs a person');
		const voter = await findParticipant(tx, tenantId, sessionId, ctx.personId);
		invariant(voter, 'whoever may vote takes part');
		const payload = checkVote(round, voter.id, ballot, now.getTime());
		if (!payload.ok) return payload;
		const slip = { tenantId, roundId, participantId: voter.id, payload: payload.value, token };
		const put = await putIntoBox(tx, round.secrecy, slip);
		if (!put.ok) return put;
		ctx.announce({ kind: 'session.changed', sessionId });
		return ok({ revision: put.value.revision });
	},
	audit: ({ roundId }, { revision }) => ({ entity: 'round', entityId: roundId, facts: { revision } })
});
