import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { ok, refuse } from '#domain/result.ts';
import { formatDocumentName } from '#protocol/document-names.ts';
import { waysIn } from '#text/rewordings/place.ts';
import { holdText } from '../db/repositories/texts.ts';
import { texts } from '../db/schema/processes.ts';
import { defineCommand } from './command.ts';
import { bodyOf } from './group-rooms.ts';
import { idInput } from './suggestion-input.ts';
import { placeOfText } from './text-places.ts';

/**
 * Takes a paragraph or heading of a live text into discussion in place of the one before, or ends the discussion with null. Every screen of
 * the text shows it. Nobody is kept from writing in it: whoever does is asked to suggest instead.
 */
export const discussParagraph = defineCommand({
	name: 'discuss-paragraph',
	right: 'text.decide',
	input: v.object({ textId: idInput, paragraphId: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(100))) }),
	place: placeOfText,
	async run(ctx, { textId, paragraphId }) {
		const { tx, tenantId, personId } = ctx;
		const text = await holdText(tx, tenantId, textId);
		if (!text) return refuse({ code: 'thing.not-found', kind: 'text' });
		const document = formatDocumentName({ kind: 'text', id: textId });
		if (text.state === 'frozen') return refuse({ code: 'document.frozen', document });
		if (paragraphId !== null && !waysIn(await bodyOf(ctx, textId)).has(paragraphId))
			return refuse({ code: 'thing.not-found', kind: 'paragraph' });
		await tx
			.update(texts)
			.set({ discussedParagraph: paragraphId, discussedBy: paragraphId === null ? null : personId })
			.where(and(eq(texts.tenantId, tenantId), eq(texts.id, textId)));
		ctx.announce({ kind: 'text.changed', textId });
		return ok({ paragraphId });
	},
	audit: ({ textId }, { paragraphId }) => ({ entity: 'text', entityId: textId, facts: { paragraphId } })
});
