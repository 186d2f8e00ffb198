import * as v from 'valibot';
import { invariant, ok, refuse, type Result } from '#domain/result.ts';
import { amendmentLimits } from '#domain/texts/amendments.ts';
import type { Doc, DocNode } from '#domain/texts/doc.ts';
import { normaliseDoc, saysTheSame } from '#domain/texts/normal-doc.ts';
import { linesTouched, smallest, withOldIds } from '#text/amendments/passage.ts';
import { blocksAt } from '#text/rewordings/apply.ts';
import { cleanRewording } from '#text/rewordings/clean.ts';
import { findPlace } from '#text/rewordings/place.ts';
import type { Rewording } from '#text/rewordings/rewording.ts';
import { holdSuggestions } from '../db/repositories/suggestions.ts';
import { textAmendments } from '../db/schema/amendments.ts';
import { holdOpenVersion, versionInput } from './amended-version.ts';
import { defineCommand } from './command.ts';
import type { Context } from './context.ts';
import { idInput, reasonInput, rewordingInput } from './suggestion-input.ts';
import { placeOfText } from './text-places.ts';

/**
 * Hands in a formal amendment motion to a frozen version: other words for a passage that stands in it exactly like this. It gets the next
 * number of the version, which no other motion ever has.
 */
export const handInAmendment = defineCommand({
	name: 'hand-in-amendment',
	right: 'text.suggest',
	input: v.object({
		...versionInput,
		...rewordingInput.entries,
		reason: reasonInput(),
		groupName: reasonInput(amendmentLimits.groupName),
		/** The suggestion for the live text that goes on as this motion. */
		suggestionId: v.optional(idInput)
	}),
	place: placeOfText,
	async run(ctx, { textId, number: versionNumber, before, after, reason, groupName, suggestionId }) {
		const { tx, tenantId, personId, now: createdAt } = ctx;
		invariant(personId, 'whoever may suggest is somebody');
		const held = await holdOpenVersion(ctx, textId, versionNumber);
		if (!held.ok) return held;
		const { version, doc, amendments } = held.value;
		if (amendments.length >= amendmentLimits.perVersion)
			return refuse({ code: 'amendment.too-many', limit: amendmentLimits.perVersion });
		const words = exactly(doc, { before, after }, ctx.newId);
		if (!words.ok) return words;
		const comesFrom = await checkSuggestion(ctx, textId, suggestionId);
		if (!comesFrom.ok) return comesFrom;
		const [id, number] = [ctx.newId(), Math.max(0, ...amendments.map((each) => each.number)) + 1];
		const { first: firstLine, last: lastLine } = linesTouched(doc, words.value);
		await tx.insert(textAmendments).values({
			...{ tenantId, id, textId, textVersionId: version.id, number, personId, groupName, reason },
			...{ before: [...words.value.before], after: [...words.value.after], firstLine, lastLine },
			suggestionId: suggestionId ?? null,
			createdAt
		});
		ctx.announce({ kind: 'text.changed', textId });
		return ok({ amendmentId: id, amendment: number });
	},
	audit: ({ textId, number }, { amendmentId, amendment }) => ({
		entity: 'text',
		entityId: textId,
		facts: { version: number, amendmentId, amendment }
	})
});

/** The rewording with the blocks of the version itself, as small as it can be, if they say what the sender believes they say. */
function exactly(doc: Doc, rewording: Rewording, newId: () => string): Result<Rewording> {
	const clean = cleanRewording(rewording, newId);
	const place = clean && findPlace(doc, clean.before);
	if (!place) return refuse({ code: 'amendment.not-in-version' });
	const before = blocksAt(doc, place);
	if (!saysTheSame(asDoc(clean.before), asDoc(before))) return refuse({ code: 'amendment.not-in-version' });
	const after = withOldIds(before, wordsOrNone(clean.after));
	return saysTheSame(asDoc(before), asDoc(after))
		? refuse({ code: 'amendment.says-nothing' })
		: ok(smallest(before, after));
}

const asDoc = (content: readonly DocNode[]): Doc => ({ type: 'doc', content });

/** Blocks in normal form; an editor that was emptied holds a paragraph without words, which is none. */
export function wordsOrNone(blocks: readonly DocNode[]): readonly DocNode[] {
	const { content = [] } = normaliseDoc(asDoc(blocks));
	const [only] = content;
	return content.length === 1 && only?.type === 'paragraph' && !only.content ? [] : content;
}

/** A motion can come from a suggestion for the same text that was sent on to a formal motion. */
async function checkSuggestion(
	{ tx, tenantId }: Context,
	textId: string,
	id: string | undefined
): Promise<Result<void>> {
	if (id === undefined) return ok();
	const [row] = await holdSuggestions(tx, tenantId, textId, [id]);
	return row?.state === 'amendment' ? ok() : refuse({ code: 'thing.not-found', kind: 'suggestion' });
}
