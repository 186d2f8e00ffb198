import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { agreeFromRound } from '#domain/promotion/agreement.ts';
import { mayMoveCandidate } from '#domain/promotion/candidate.ts';
import { invariant, ok, type Result } from '#domain/result.ts';
import { findAgreementOn } from '../db/repositories/agreements.ts';
import { findDecidedRound } from '../db/repositories/decided-rounds.ts';
import { findSession } from '../db/repositories/sessions.ts';
import { agreements, roundOptions } from '../db/schema/consensus.ts';
import { candidates } from '../db/schema/sessions.ts';
import { defineCommand } from './command.ts';
import type { Context } from './context.ts';
import { holdRound } from './rounds.ts';
import { placeOfRound } from './session-places.ts';

/** Puts on record that the group agreed on one option of a closed round. Recording the same once more changes nothing. */
export const recordAgreement = defineCommand({
	name: 'record-agreement',
	right: 'agreement.record',
	input: v.object({ roundId: v.pipe(v.string(), v.uuid()), optionId: v.pipe(v.string(), v.uuid()) }),
	place: placeOfRound,
	async run(ctx, { roundId, optionId }) {
		const { tx, tenantId, personId, now: createdAt } = ctx;
		const { sessionId, nonPublicPartId } = await holdRound(tx, tenantId, roundId, 'update');
		const round = await findDecidedRound(tx, tenantId, roundId);
		invariant(round && personId, 'the place is a round and its right needs a person');
		const agreed = agreeFromRound(round, optionId);
		if (!agreed.ok) return agreed;
		const earlier = await findAgreementOn(tx, tenantId, roundId, optionId);
		if (earlier) return ok({ agreementId: earlier.id });
		const candidateId = await agreeOnCandidate(ctx, optionId);
		if (!candidateId.ok) return candidateId;
		const agreementId = ctx.newId();
		const { method, text, state } = agreed.value;
		await tx.insert(agreements).values({
			tenantId,
			id: agreementId,
			sessionId,
			nonPublicPartId: nonPublicPartId ?? (await findSession(tx, tenantId, sessionId))?.nonPublicPartId,
			method,
			roundId,
			optionId,
			candidateId: candidateId.value,
			textVersionId: text.textVersionId,
			state,
			recordedBy: personId,
			createdAt
		});
		ctx.announce({ kind: 'session.changed', sessionId });
		return ok({ agreementId });
	},
	audit: ({ roundId, optionId }, { agreementId }) => ({
		entity: 'agreement',
		entityId: agreementId,
		facts: { roundId, optionId }
	})
});

/** The candidate behind an option, now agreed; null for an option that had none. */
async function agreeOnCandidate({ tx, tenantId }: Context, optionId: string): Promise<Result<string | null>> {
	const [candidate] = await tx
		.select({ id: candidates.id, state: candidates.state })
		.from(candidates)
		.innerJoin(
			roundOptions,
			and(eq(roundOptions.tenantId, candidates.tenantId), eq(roundOptions.candidateId, candidates.id))
		)
		.where(and(eq(candidates.tenantId, tenantId), eq(roundOptions.id, optionId)));
	if (!candidate) return ok(null);
	const movable = mayMoveCandidate(candidate.state, 'agreed');
	if (!movable.ok) return movable;
	await tx
		.update(candidates)
		.set({ state: 'agreed' })
		.where(and(eq(candidates.tenantId, tenantId), eq(candidates.id, candidate.id)));
	return ok(candidate.id);
}
