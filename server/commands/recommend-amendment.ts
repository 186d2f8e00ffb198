import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { ok } from '#domain/result.ts';
import { amendmentRecommendations } from '#domain/texts/amendments.ts';
import { textAmendments } from '../db/schema/amendments.ts';
import { holdOpenVersion, motionIn, versionInput } from './amended-version.ts';
import { defineCommand } from './command.ts';
import { idInput, reasonInput } from './suggestion-input.ts';
import { placeOfText } from './text-places.ts';

/** Writes down what the administration recommends about a motion, and why. */
export const recommendAmendment = defineCommand({
	name: 'recommend-amendment',
	right: 'text.decide',
	input: v.object({
		...versionInput,
		amendmentId: idInput,
		recommendation: v.picklist(amendmentRecommendations),
		words: reasonInput()
	}),
	place: placeOfText,
	async run(ctx, { textId, number, amendmentId, recommendation, words: recommendationText }) {
		const held = await holdOpenVersion(ctx, textId, number);
		if (!held.ok) return held;
		const motion = motionIn(held.value, amendmentId);
		if (!motion.ok) return motion;
		await ctx.tx
			.update(textAmendments)
			.set({ recommendation, recommendationText })
			.where(and(eq(textAmendments.tenantId, ctx.tenantId), eq(textAmendments.id, amendmentId)));
		ctx.announce({ kind: 'text.changed', textId });
		return ok({ amendmentId, recommended: motion.value.number });
	},
	audit: ({ textId, recommendation }, { amendmentId }) => ({
		entity: 'text',
		entityId: textId,
		facts: { amendmentId, recommendation }
	})
});
