import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { invariant, ok, refuse } from '#domain/result.ts';
import { docToPlain, type Doc } from '#domain/texts/doc.ts';
import { isDecided } from '#domain/texts/resubmission.ts';
import { heading, paragraph, textOfBlocks } from '#text/blocks.ts';
import { composeText } from '#text/resubmission/compose.ts';
import { passagesToDecide } from '#text/resubmission/passages.ts';
import { holdResubmission, listChoices } from '../db/repositories/resubmissions.ts';
import { findText } from '../db/repositories/texts.ts';
import { passageChoices, resubmissions } from '../db/schema/resubmissions.ts';
import { defineCommand } from './command.ts';
import { beginText } from './create-text.ts';
import { placeOfResubmission } from './resubmission-places.ts';

/**
 * Begins a new text from a Wiedervorlage: what is continued and what is to be changed stands in it word for word, what is given up does not.
 * Its heading bears the new title. The old version stays as it was resolved. Two who begin it at once are led to the same text.
 */
export const beginResubmittedText = defineCommand({
	name: 'begin-resubmitted-text',
	right: 'text.resubmit',
	input: v.object({
		resubmissionId: v.pipe(v.string(), v.uuid()),
		title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200))
	}),
	place: placeOfResubmission,
	async run(ctx, { resubmissionId, title }) {
		const { tx, tenantId, now: begunAt } = ctx;
		const held = await holdResubmission(tx, tenantId, resubmissionId);
		const old = held && (await findText(tx, held.textId));
		invariant(old, 'the place is a resubmission of a text');
		if (held.newTextId !== null) return ok({ textId: held.newTextId });
		const passages = passagesToDecide(held.doc);
		const choices = await listChoices(tx, tenantId, resubmissionId);
		const open = passages.length - choices.filter(isDecided).length;
		if (open > 0) return refuse({ code: 'resubmission.undecided', count: open });
		const goingOn = new Set(choices.filter(({ choice }) => choice !== 'give-up').map(({ passage }) => passage));
		const { body, paragraphIds } = composeText(passages, (place) => goingOn.has(place), ctx.newId);
		const kind = old.kind === 'wording' ? 'guiding-principles' : old.kind;
		const begins = retitled(body, old.title, title);
		const textId = await beginText(ctx, { title, kind }, begins);
		for (const [passage, paragraphId] of paragraphIds)
			await tx
				.update(passageChoices)
				.set({ paragraphId })
				.where(
					and(
						eq(passageChoices.tenantId, tenantId),
						eq(passageChoices.resubmissionId, resubmissionId),
						eq(passageChoices.passage, passage)
					)
				);
		await tx
			.update(resubmissions)
			.set({ newTextId: textId, begunAt })
			.where(and(eq(resubmissions.tenantId, tenantId), eq(resubmissions.id, resubmissionId)));
		ctx.announce({ kind: 'text.changed', textId: old.id });
		return ok({ textId });
	},
	audit: ({ resubmissionId }, { textId }) => ({ entity: 'text', entityId: textId, facts: { resubmissionId } })
});

/** The heading that said the old title says the new one; a text of which nothing goes on begins with it. */
function retitled(body: Doc, before: string, title: string): Doc {
	const [first, ...others] = body.content ?? [];
	if (!first) return textOfBlocks(heading(1, title), paragraph());
	const isTitle = first.type === 'heading' && docToPlain(first) === before && first.attrs?.level === 1;
	return isTitle ? textOfBlocks(heading(1, title), ...others) : body;
}
