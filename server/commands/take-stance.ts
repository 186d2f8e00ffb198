import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { invariant, ok, refuse } from '#domain/result.ts';
import { isWaiting, stances, suggestionLimits } from '#domain/texts/suggestions.ts';
import { holdSuggestions } from '../db/repositories/suggestions.ts';
import { textStances } from '../db/schema/suggestions.ts';
import { defineCommand } from './command.ts';
import { idInput, reasonInput } from './suggestion-input.ts';
import { placeOfText } from './text-places.ts';

/**
 * Says how one stands towards a suggestion in this round of the poll, or takes that back with null. An objection says what stands against it.
 */
export const takeStance = defineCommand({
	name: 'take-stance',
	right: 'text.suggest',
	input: v.object({
		textId: idInput,
		suggestionId: idInput,
		stance: v.nullable(v.picklist(stances)),
		objection: reasonInput(suggestionLimits.objection)
	}),
	place: placeOfText,
	async run(ctx, { textId, suggestionId, stance, objection }) {
		const { tx, tenantId, personId } = ctx;
		invariant(personId, 'whoever may suggest is somebody');
		const [row] = await holdSuggestions(tx, tenantId, textId, [suggestionId]);
		if (!row) return refuse({ code: 'thing.not-found', kind: 'suggestion' });
		if (!isWaiting(row.state)) return refuse({ code: 'suggestion.decided' });
		if (stance === 'object' && objection === '') return refuse({ code: 'suggestion.reason-missing' });
		const own = and(
			eq(textStances.tenantId, tenantId),
			eq(textStances.suggestionId, suggestionId),
			eq(textStances.personId, personId),
			eq(textStances.round, row.round)
		);
		await tx.delete(textStances).where(own);
		if (stance !== null) {
			const said = stance === 'object' ? objection : '';
			const { round } = row;
			await tx.insert(textStances).values({ tenantId, suggestionId, personId, round, stance, objection: said });
		}
		ctx.announce({ kind: 'text.changed', textId });
		return ok({ suggestionId });
	},
	audit: ({ textId }, { suggestionId }) => ({ entity: 'text', entityId: textId, facts: { suggestionId } })
});
