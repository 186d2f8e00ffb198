import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { ok, refuse } from '#domain/result.ts';
import { amendmentDecisions, checkDecision } from '#domain/texts/amendments.ts';
import type { DocNode } from '#domain/texts/doc.ts';
import { withOldIds } from '#text/amendments/passage.ts';
import { followingVariants } from '#text/amendments/variants.ts';
import { cleanRewording } from '#text/rewordings/clean.ts';
import { textAmendments } from '../db/schema/amendments.ts';
import { checkFit, holdOpenVersion, motionIn, versionInput } from './amended-version.ts';
import { defineCommand } from './command.ts';
import { wordsOrNone } from './hand-in-amendment.ts';
import { idInput, rewordingInput } from './suggestion-input.ts';
import { placeOfText } from './text-places.ts';

const votes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000));

/**
 * Writes down what became of a motion; Wirkraum does not vote here. What is accepted must find its place in the text as the other accepted
 * motions make it. A variant that is accepted settles those that stand against it. Until the resolved text is kept, a decision can be
 * corrected and taken back.
 */
export const decideAmendment = defineCommand({
	name: 'decide-amendment',
	right: 'text.decide',
	input: v.object({
		...versionInput,
		amendmentId: idInput,
		state: v.picklist(amendmentDecisions),
		tally: v.optional(v.nullable(v.object({ yes: votes, no: votes, abstain: votes })), null),
		/** What was decided in place of the motion's own words. */
		words: v.optional(v.nullable(rewordingInput.entries.after), null)
	}),
	place: placeOfText,
	async run(ctx, { textId, number, amendmentId, state, tally, words }) {
		const held = await holdOpenVersion(ctx, textId, number);
		if (!held.ok) return held;
		const motion = motionIn(held.value, amendmentId);
		if (!motion.ok) return motion;
		if (motion.value.state === 'withdrawn') return refuse({ code: 'amendment.decided' });
		const valid = checkDecision({ state, tally, otherWords: words !== null });
		if (!valid.ok) return valid;
		const decided = words && decidedInPlace(motion.value.before, words, ctx.newId);
		if (words && !decided) return refuse({ code: 'amendment.words-missing' });
		const waits = state === 'handed-in';
		const { personId: decidedBy, now: decidedAt } = ctx;
		const outcome = {
			state,
			tally,
			decided,
			...(waits ? { decidedBy: null, decidedAt: null } : { decidedBy, decidedAt })
		};
		const [before, after] = [motion.value, { ...motion.value, ...outcome }];
		const following = followingVariants(held.value.doc, held.value.amendments, before, after);
		const others = held.value.amendments
			.filter(({ id }) => id !== amendmentId)
			.map((each) => ({ ...each, state: following.get(each.number) ?? each.state }));
		const fits = checkFit(held.value.doc, [...others, after]);
		if (!fits.ok) return fits;
		for (const [variant, state] of following) {
			const changed = {
				state,
				...(state === 'settled' ? { decidedBy, decidedAt } : { decidedBy: null, decidedAt: null })
			};
			await ctx.tx
				.update(textAmendments)
				.set(changed)
				.where(
					and(
						eq(textAmendments.tenantId, ctx.tenantId),
						eq(textAmendments.textVersionId, held.value.version.id),
						eq(textAmendments.number, variant)
					)
				);
		}
		await ctx.tx
			.update(textAmendments)
			.set(outcome)
			.where(and(eq(textAmendments.tenantId, ctx.tenantId), eq(textAmendments.id, amendmentId)));
		ctx.announce({ kind: 'text.changed', textId });
		return ok({ amendmentId, decided: motion.value.number, following: following.size });
	},
	audit: ({ textId, state, tally }, { amendmentId, following }) => ({
		entity: 'text',
		entityId: textId,
		facts: {
			amendmentId,
			state,
			...(following > 0 && { following }),
			...(tally && { yes: tally.yes, no: tally.no, abstain: tally.abstain })
		}
	})
});

/** The words that were decided for a passage, clean; null where they cannot stand in its place. */
function decidedInPlace(before: DocNode[], words: DocNode[], newId: () => string): DocNode[] | null {
	const clean = cleanRewording({ before, after: words }, newId);
	return clean && [...withOldIds(before, wordsOrNone(clean.after))];
}
