import * as v from 'valibot';
import { ok, refuse } from '#domain/result.ts';
import { docToPlain, type Doc } from '#domain/texts/doc.ts';
import { isWaiting, suggestionLimits } from '#domain/texts/suggestions.ts';
import { formatDocumentName } from '#protocol/document-names.ts';
import { readBody } from '#text/read-body.ts';
import { blocksAt, standingOf } from '#text/rewordings/apply.ts';
import { cleanRewording } from '#text/rewordings/clean.ts';
import type { Place as TextPlace } from '#text/rewordings/place.ts';
import type { Rewording } from '#text/rewordings/rewording.ts';
import { countSuggestions } from '../db/repositories/suggestions.ts';
import { holdText } from '../db/repositories/texts.ts';
import { textSuggestions } from '../db/schema/suggestions.ts';
import { defineCommand } from './command.ts';
import { idInput, reasonInput, rewordingInput } from './suggestion-input.ts';
import { placeOfText } from './text-places.ts';

/**
 * Suggests other wordings for passages of a live text; each becomes a suggestion of its own. The text does not change, and whatever the
 * sender says about it is held against what it says: her wording is brought onto today's text where it fits, and kept with the passage
 * as she saw it where it does not.
 */
export const suggestWording = defineCommand({
	name: 'suggest-wording',
	right: 'text.suggest',
	input: v.object({
		textId: idInput,
		rewordings: v.pipe(v.array(rewordingInput), v.minLength(1), v.maxLength(suggestionLimits.atOnce)),
		reason: reasonInput(),
		groupName: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120)))
	}),
	place: placeOfText,
	async run(ctx, { textId, rewordings, reason, groupName = null }) {
		const { tx, tenantId, personId, now: createdAt } = ctx;
		const text = await holdText(tx, tenantId, textId);
		if (!text) return refuse({ code: 'thing.not-found', kind: 'text' });
		const name = formatDocumentName({ kind: 'text', id: textId });
		if (text.state === 'frozen') return refuse({ code: 'document.frozen', document: name });
		const clean = rewordings.map((each) => cleanRewording(each, ctx.newId));
		if (!clean.every((each) => each !== null)) return refuse({ code: 'suggestion.no-passage' });
		const counts = await countSuggestions(tx, tenantId, textId);
		const waiting = [...counts].reduce((sum, [state, n]) => sum + (isWaiting(state) ? n : 0), 0);
		if (waiting + clean.length > suggestionLimits.waiting)
			return refuse({ code: 'suggestion.too-many', limit: suggestionLimits.waiting });
		const live = await ctx.readDocument(name);
		const body = readBody(live);
		live.destroy();
		const rows = clean
			.map((each) => onToday(body, each))
			.filter((each) => each !== null)
			.map((each) => ({
				tenantId,
				id: ctx.newId(),
				textId,
				personId: personId!,
				groupName,
				reason,
				createdAt,
				...each
			}));
		if (rows.length === 0) return refuse({ code: 'suggestion.says-nothing' });
		await tx.insert(textSuggestions).values(rows);
		ctx.announce({ kind: 'text.changed', textId });
		return ok({ suggestionIds: rows.map(({ id }) => id) });
	},
	audit: ({ textId }, { suggestionIds }) => ({
		entity: 'text',
		entityId: textId,
		facts: { suggestions: suggestionIds.length }
	})
});

/** A rewording as it stands towards the text of this moment, or null where it would change nothing. */
function onToday(body: Doc, rewording: Rewording) {
	const standing = standingOf(body, rewording);
	if (standing.kind === 'said') return null;
	const heading = standing.kind === 'gone' ? '' : headingAbove(body, standing.place);
	const { before, after } =
		standing.kind === 'fits' ? { before: blocksAt(body, standing.place), after: standing.after } : rewording;
	return { before: [...before], after: [...after], heading };
}

/** The words of the last heading above a place, or none. */
function headingAbove(body: Doc, { parent, from }: TextPlace): string {
	const above = (body.content ?? []).slice(0, parent[0] ?? from);
	const heading = above.findLast(({ type }) => type === 'heading');
	return heading ? docToPlain(heading).slice(0, 200) : '';
}
