import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { reword } from '#domain/promotion/agreement.ts';
import { invariant, ok, refuse, type Result } from '#domain/result.ts';
import { agreementChain, holdAgreement, readAgreement } from '../db/repositories/agreements.ts';
import { findSession } from '../db/repositories/sessions.ts';
import { listVariants } from '../db/repositories/suggestions.ts';
import { holdText, listVersions, type LiveText } from '../db/repositories/texts.ts';
import { agreements } from '../db/schema/consensus.ts';
import { defineCommand } from './command.ts';
import type { Context } from './context.ts';
import { freezeBody, type FrozenBody } from './freeze-body.ts';
import { placeOfAgreement } from './goal-places.ts';

const id = v.pipe(v.string(), v.uuid());

/**
 * Puts on record that the group confirms the exact words that were written for an agreement. They become an agreement of
 * their own, which rests on the earlier one; the earlier wording is superseded and stays readable.
 */
export const confirmWording = defineCommand({
	name: 'confirm-wording',
	right: 'agreement.record',
	input: v.object({ agreementId: id, textId: id }),
	place: placeOfAgreement,
	async run(ctx, { agreementId, textId }) {
		const { tx, tenantId, personId, now: createdAt } = ctx;
		const before = await holdAgreement(tx, tenantId, agreementId);
		invariant(before && personId, 'the place is an agreement and its right needs a person');
		const text = await holdText(tx, tenantId, textId);
		if (text?.agreementId !== agreementId) return refuse({ code: 'thing.not-found', kind: 'text' });
		// A group that has left something to others has not agreed on words.
		if ((await listVariants(tx, tenantId, textId)).length > 0) return refuse({ code: 'suggestion.variants-open' });
		const frozen = await finalWords(ctx, text);
		if (!frozen.ok) return frozen;
		const { textVersionId, sha256 } = frozen.value;
		const { agreement } = await readAgreement(tx, tenantId, await agreementChain(tx, tenantId, agreementId));
		const worded = reword(agreement, { textVersionId, sha256 });
		if (!worded.ok) return worded;
		const newAgreementId = ctx.newId();
		const { sessionId, candidateId } = before;
		const session = await findSession(tx, tenantId, sessionId);
		const nonPublicPartId = before.nonPublicPartId ?? session?.nonPublicPartId;
		await tx.insert(agreements).values({
			tenantId,
			id: newAgreementId,
			sessionId,
			nonPublicPartId,
			method: 'recorded',
			candidateId,
			basedOnId: agreementId,
			textVersionId,
			state: worded.value.worded.state,
			recordedBy: personId,
			createdAt
		});
		await tx
			.update(agreements)
			.set({ state: worded.value.before.state })
			.where(and(eq(agreements.tenantId, tenantId), eq(agreements.id, agreementId)));
		ctx.announce({ kind: 'session.changed', sessionId });
		return ok({ agreementId: newAgreementId, textVersionId });
	},
	audit: ({ agreementId: basedOnId, textId }, { agreementId, textVersionId }) => ({
		entity: 'agreement',
		entityId: agreementId,
		facts: { basedOnId, textId, textVersionId }
	})
});

/** The words as they stand now, after which nobody can change them; of a text that was closed before, its last version. */
async function finalWords(ctx: Context, text: LiveText): Promise<Result<FrozenBody>> {
	if (text.state === 'open') return freezeBody(ctx, text, false);
	const [last] = await listVersions(ctx.tx, ctx.tenantId, text.id);
	invariant(last, 'a frozen text has a version');
	return ok({ textVersionId: last.id, number: last.number, sha256: last.sha256 });
}
