import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { ok, refuse } from '#domain/result.ts';
import { isVariant } from '#domain/texts/variants.ts';
import { textAmendments } from '../db/schema/amendments.ts';
import { holdOpenVersion, motionIn, versionInput } from './amended-version.ts';
import { defineCommand } from './command.ts';
import { idInput } from './suggestion-input.ts';
import { placeOfText } from './text-places.ts';

/** Takes one's own motion back, as long as nobody has decided about it. It keeps its number. Variants are nobody's own: they belong to the version. */
export const withdrawAmendment = defineCommand({
	name: 'withdraw-amendment',
	right: 'text.suggest',
	input: v.object({ ...versionInput, amendmentId: idInput }),
	place: placeOfText,
	async run(ctx, { textId, number, amendmentId }) {
		const held = await holdOpenVersion(ctx, textId, number);
		if (!held.ok) return held;
		const motion = motionIn(held.value, amendmentId);
		if (!motion.ok) return motion;
		const hers = motion.value.personId === ctx.personId && !isVariant(motion.value);
		if (!hers) return refuse({ code: 'thing.not-found', kind: 'amendment' });
		if (motion.value.state !== 'handed-in') return refuse({ code: 'amendment.decided' });
		await ctx.tx
			.update(textAmendments)
			.set({ state: 'withdrawn', position: null, decidedBy: ctx.personId, decidedAt: ctx.now })
			.where(and(eq(textAmendments.tenantId, ctx.tenantId), eq(textAmendments.id, amendmentId)));
		ctx.announce({ kind: 'text.changed', textId });
		return ok({ amendmentId, withdrawn: motion.value.number });
	},
	audit: ({ textId }, { amendmentId }) => ({ entity: 'text', entityId: textId, facts: { amendmentId } })
});
