import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { invariant, ok } from '#domain/result.ts';
import { freeVariants, letterOf } from '#domain/texts/variants.ts';
import { listVariants } from '../db/repositories/suggestions.ts';
import { textSuggestions, textTies } from '../db/schema/suggestions.ts';
import { defineCommand } from './command.ts';
import { holdTie } from './held-tie.ts';
import { tiedInput } from './suggestion-input.ts';
import { placeOfText } from './text-places.ts';

/**
 * Leaves a tie to the body: all tied suggestions stay open as variants, with letters in the order in which they were handed in, and stand
 * beside every version that is kept from now on.
 */
export const keepVariants = defineCommand({
	name: 'keep-variants',
	right: 'text.decide',
	input: v.object(tiedInput),
	place: placeOfText,
	async run(ctx, { textId, suggestionIds }) {
		const { tx, tenantId, personId, now: createdAt } = ctx;
		invariant(personId, 'whoever decides is somebody');
		const held = await holdTie(ctx, textId, suggestionIds);
		if (!held.ok) return held;
		const { tied } = held.value;
		const taken = (await listVariants(tx, tenantId, textId)).flatMap(({ variant }) => variant ?? []);
		const variants = freeVariants(taken, tied.length);
		for (const [at, { id }] of tied.entries())
			await tx
				.update(textSuggestions)
				.set({ state: 'variant', variant: variants[at]! })
				.where(and(eq(textSuggestions.tenantId, tenantId), eq(textSuggestions.id, id)));
		const tieId = ctx.newId();
		await tx.insert(textTies).values({
			...{ tenantId, id: tieId, textId, kind: 'variants', suggestionIds: tied.map(({ id }) => id), deferredIds: [] },
			...{ settledBy: personId, createdAt }
		});
		ctx.announce({ kind: 'text.changed', textId });
		return ok({ tieId, letters: variants.map(letterOf).join(', ') });
	},
	audit: ({ textId }, facts) => ({ entity: 'text', entityId: textId, facts })
});
