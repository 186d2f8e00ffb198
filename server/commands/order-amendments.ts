import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { ok, refuse } from '#domain/result.ts';
import { amendmentLimits } from '#domain/texts/amendments.ts';
import { textAmendments } from '../db/schema/amendments.ts';
import { checkFit, holdOpenVersion, versionInput } from './amended-version.ts';
import { defineCommand } from './command.ts';
import { idInput } from './suggestion-input.ts';
import { placeOfText } from './text-places.ts';

/** Puts the motions to a version in the order in which they are voted on; all that were not withdrawn are named. */
export const orderAmendments = defineCommand({
	name: 'order-amendments',
	right: 'text.decide',
	input: v.object({
		...versionInput,
		amendmentIds: v.pipe(v.array(idInput), v.minLength(1), v.maxLength(amendmentLimits.perVersion))
	}),
	place: placeOfText,
	async run(ctx, { textId, number, amendmentIds }) {
		const held = await holdOpenVersion(ctx, textId, number);
		if (!held.ok) return held;
		const { doc, amendments } = held.value;
		const alive = amendments.filter(({ state }) => state !== 'withdrawn');
		const named = new Set(amendmentIds);
		if (named.size !== amendmentIds.length || named.size !== alive.length || !alive.every(({ id }) => named.has(id)))
			return refuse({ code: 'thing.changed-meanwhile', kind: 'amendments' });
		const ordered = amendments.map((each) => {
			const at = amendmentIds.indexOf(each.id);
			return { ...each, position: at < 0 ? null : at };
		});
		const fits = checkFit(doc, ordered);
		if (!fits.ok) return fits;
		for (const { id, position } of ordered)
			await ctx.tx
				.update(textAmendments)
				.set({ position })
				.where(and(eq(textAmendments.tenantId, ctx.tenantId), eq(textAmendments.id, id)));
		ctx.announce({ kind: 'text.changed', textId });
		return ok({ ordered: amendmentIds.length });
	},
	audit: ({ textId, number }, { ordered }) => ({
		entity: 'text',
		entityId: textId,
		facts: { version: number, amendments: ordered }
	})
});
