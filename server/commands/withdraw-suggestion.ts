import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { ok, refuse } from '#domain/result.ts';
import { isWaiting } from '#domain/texts/suggestions.ts';
import { holdSuggestions } from '../db/repositories/suggestions.ts';
import { textSuggestions } from '../db/schema/suggestions.ts';
import { defineCommand } from './command.ts';
import { idInput } from './suggestion-input.ts';
import { placeOfText } from './text-places.ts';

/** Takes one's own suggestion back, as long as nobody has decided about it. */
export const withdrawSuggestion = defineCommand({
	name: 'withdraw-suggestion',
	right: 'text.suggest',
	input: v.object({ textId: idInput, suggestionId: idInput }),
	place: placeOfText,
	async run(ctx, { textId, suggestionId }) {
		const [row] = await holdSuggestions(ctx.tx, ctx.tenantId, textId, [suggestionId]);
		if (!row || row.personId !== ctx.personId) return refuse({ code: 'thing.not-found', kind: 'suggestion' });
		if (!isWaiting(row.state)) return refuse({ code: 'suggestion.decided' });
		await ctx.tx
			.update(textSuggestions)
			.set({ state: 'withdrawn', decidedBy: ctx.personId, decidedAt: ctx.now })
			.where(and(eq(textSuggestions.tenantId, ctx.tenantId), eq(textSuggestions.id, suggestionId)));
		ctx.announce({ kind: 'text.changed', textId });
		return ok({ suggestionId });
	},
	audit: ({ textId }, { suggestionId }) => ({ entity: 'text', entityId: textId, facts: { suggestionId } })
});
