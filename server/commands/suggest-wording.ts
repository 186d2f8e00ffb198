import * as v from 'valibot';
import { ok, refuse } from '#domain/result.ts';
import { suggestionLimits } from '#domain/texts/suggestions.ts';
import { holdSuggestions } from '../db/repositories/suggestions.ts';
import { holdText } from '../db/repositories/texts.ts';
import { defineCommand } from './command.ts';
import { keepSuggestions } from './keep-suggestions.ts';
import { groupNameInput, idInput, reasonInput, rewordingInput } from './suggestion-input.ts';
import { placeOfText } from './text-places.ts';

/** Suggests other wordings for passages of a live text; each becomes a suggestion of its own. The text does not change. */
export const suggestWording = defineCommand({
	name: 'suggest-wording',
	right: 'text.suggest',
	input: v.object({
		textId: idInput,
		rewordings: v.pipe(v.array(rewordingInput), v.minLength(1), v.maxLength(suggestionLimits.atOnce)),
		reason: reasonInput(),
		groupName: v.optional(groupNameInput),
		/** The suggestion that a compromise was built on. */
		basedOn: v.optional(idInput)
	}),
	place: placeOfText,
	async run(ctx, { textId, rewordings, reason, groupName = null, basedOn = null }) {
		const text = await holdText(ctx.tx, ctx.tenantId, textId);
		if (!text) return refuse({ code: 'thing.not-found', kind: 'text' });
		if (basedOn !== null && (await holdSuggestions(ctx.tx, ctx.tenantId, textId, [basedOn])).length === 0)
			return refuse({ code: 'thing.not-found', kind: 'suggestion' });
		const kept = await keepSuggestions(ctx, text, rewordings, { reason, groupName, roomId: null, basedOn });
		return kept.ok ? ok({ suggestionIds: kept.value }) : kept;
	},
	audit: ({ textId }, { suggestionIds }) => ({
		entity: 'text',
		entityId: textId,
		facts: { suggestions: suggestionIds.length }
	})
});
