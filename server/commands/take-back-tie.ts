import { and, eq, inArray } from 'drizzle-orm';
import * as v from 'valibot';
import { ok, refuse } from '#domain/result.ts';
import { holdSuggestions, listTies, type TieRow } from '../db/repositories/suggestions.ts';
import { textStances, textSuggestions, textTies } from '../db/schema/suggestions.ts';
import { defineCommand } from './command.ts';
import type { Context } from './context.ts';
import { holdOpenText } from './held-tie.ts';
import { idInput } from './suggestion-input.ts';
import { placeOfText } from './text-places.ts';

/**
 * Takes back what came of a tie, as long as nobody has decided about one of the tied suggestions: they stand as they stood. What was said in a
 * run-off is gone, and what it has put off is taken up again.
 */
export const takeBackTie = defineCommand({
	name: 'take-back-tie',
	right: 'text.decide',
	input: v.object({ textId: idInput, tieId: idInput }),
	place: placeOfText,
	async run(ctx, { textId, tieId }) {
		const { tx, tenantId } = ctx;
		const open = await holdOpenText(ctx, textId);
		if (!open.ok) return open;
		const tie = (await listTies(tx, tenantId, textId)).find(({ id }) => id === tieId);
		if (!tie) return refuse({ code: 'thing.changed-meanwhile', kind: 'tie' });
		const rows = await holdSuggestions(tx, tenantId, textId, tie.suggestionIds);
		const untouched = rows.every(({ state, round }) =>
			tie.kind === 'variants' ? state === 'variant' : state === 'open' && round === tie.round
		);
		if (!untouched) return refuse({ code: 'suggestion.decided' });
		if (tie.kind === 'variants') await takeBackVariants(ctx, tie);
		else await takeBackRunOff(ctx, textId, tie);
		await tx.delete(textTies).where(and(eq(textTies.tenantId, tenantId), eq(textTies.id, tieId)));
		ctx.announce({ kind: 'text.changed', textId });
		return ok({ tieId, kind: tie.kind });
	},
	audit: ({ textId }, facts) => ({ entity: 'text', entityId: textId, facts })
});

const those = ({ tenantId }: Context, ids: string[]) =>
	and(eq(textSuggestions.tenantId, tenantId), inArray(textSuggestions.id, ids));

async function takeBackVariants(ctx: Context, { suggestionIds }: TieRow): Promise<void> {
	await ctx.tx.update(textSuggestions).set({ state: 'open', variant: null }).where(those(ctx, suggestionIds));
}

async function takeBackRunOff(ctx: Context, textId: string, { suggestionIds, deferredIds, round }: TieRow) {
	const { tx, tenantId } = ctx;
	const said = and(inArray(textStances.suggestionId, suggestionIds), eq(textStances.round, round ?? 1));
	await tx.delete(textStances).where(and(eq(textStances.tenantId, tenantId), said));
	await tx
		.update(textSuggestions)
		.set({ round: (round ?? 1) - 1 })
		.where(those(ctx, suggestionIds));
	const put = await holdSuggestions(tx, tenantId, textId, deferredIds);
	const still = put.filter(({ state }) => state === 'deferred').map(({ id }) => id);
	if (still.length > 0)
		await tx.update(textSuggestions).set({ state: 'open', decidedBy: null, decidedAt: null }).where(those(ctx, still));
}
