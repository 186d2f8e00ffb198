import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { ok, refuse, type Result } from '#domain/result.ts';
import { isWaiting, suggestionDecisions, suggestionLimits } from '#domain/texts/suggestions.ts';
import { formatDocumentName } from '#protocol/document-names.ts';
import { writeAccepted } from '#text/rewordings/write-accepted.ts';
import { holdSuggestions, type SuggestionRow } from '../db/repositories/suggestions.ts';
import { holdText } from '../db/repositories/texts.ts';
import { textSuggestions } from '../db/schema/suggestions.ts';
import { defineCommand } from './command.ts';
import type { Context } from './context.ts';
import { idInput, reasonInput } from './suggestion-input.ts';
import { placeOfText } from './text-places.ts';

/** Why a suggestion was left as it is while others of the same request were decided. */
type Left = { id: string; why: 'disputed' | 'gone' | 'decided' };

/**
 * Decides about suggestions for a text, in the order in which they were made. Accepting writes the wording into the text; it never
 * overwrites a sentence that says something else by now. What cannot be decided is left and named; alone, it is refused. Rejecting needs a
 * reason.
 */
export const decideSuggestions = defineCommand({
	name: 'decide-suggestions',
	right: 'text.decide',
	input: v.object({
		textId: idInput,
		suggestionIds: v.pipe(v.array(idInput), v.minLength(1), v.maxLength(suggestionLimits.waiting)),
		decision: v.picklist(suggestionDecisions),
		reason: reasonInput()
	}),
	place: placeOfText,
	async run(ctx, { textId, suggestionIds, decision, reason }) {
		const { tx, tenantId, personId: decidedBy, now: decidedAt } = ctx;
		const text = await holdText(tx, tenantId, textId);
		if (!text) return refuse({ code: 'thing.not-found', kind: 'text' });
		const document = formatDocumentName({ kind: 'text', id: textId });
		if (text.state === 'frozen') return refuse({ code: 'document.frozen', document });
		if (decision === 'rejected' && reason === '') return refuse({ code: 'suggestion.reason-missing' });
		const rows = await holdSuggestions(tx, tenantId, textId, [...new Set(suggestionIds)]);
		if (rows.length < new Set(suggestionIds).size) return refuse({ code: 'thing.not-found', kind: 'suggestion' });
		const can = ({ state }: SuggestionRow) =>
			isWaiting(state) || (decision === 'open' && (state === 'rejected' || state === 'amendment'));
		const left: Left[] = rows.filter((row) => !can(row)).map(({ id }) => ({ id, why: 'decided' }));
		let decided = rows.filter(can);
		if (decision === 'accepted') {
			const written = await write(ctx, textId, decided);
			if (!written.ok) return written;
			left.push(...written.value);
			decided = decided.filter(({ id }) => !written.value.some((each) => each.id === id));
		}
		if (decided.length === 0) return refuse({ code: `suggestion.${left[0]?.why ?? 'decided'}` });
		const outcome =
			decision === 'open'
				? { state: decision, decidedBy: null, decidedAt: null, decisionReason: '' }
				: { state: decision, decidedBy, decidedAt, decisionReason: reason };
		for (const { id } of decided)
			await tx
				.update(textSuggestions)
				.set(outcome)
				.where(and(eq(textSuggestions.tenantId, tenantId), eq(textSuggestions.id, id)));
		ctx.announce({ kind: 'text.changed', textId });
		return ok({ decided: decided.map(({ id }) => id), left });
	},
	audit: ({ textId, decision }, { decided, left }) => ({
		entity: 'text',
		entityId: textId,
		facts: { decision, decided: decided.length, left: left.length }
	})
});

/** Writes what fits into the text, and says what does not. */
function write(ctx: Context, textId: string, rows: readonly SuggestionRow[]): Promise<Result<Left[]>> {
	const name = formatDocumentName({ kind: 'text', id: textId });
	return ctx.changeDocuments([name], (docOf) => {
		const outcomes = writeAccepted(docOf(name), rows, ctx.newId);
		return ok(
			rows.flatMap(({ id }, at): Left[] => {
				const why = outcomes[at]!;
				return why === 'disputed' || why === 'gone' ? [{ id, why }] : [];
			})
		);
	});
}
