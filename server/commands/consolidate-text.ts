import * as v from 'valibot';
import { ok, refuse } from '#domain/result.ts';
import { formatDocumentName } from '#protocol/document-names.ts';
import { readBody } from '#text/read-body.ts';
import { roundSoFar } from '../db/repositories/text-rounds.ts';
import { holdText } from '../db/repositories/texts.ts';
import { textRounds } from '../db/schema/suggestions.ts';
import { defineCommand } from './command.ts';
import { freezeBody } from './freeze-body.ts';
import { idInput } from './suggestion-input.ts';
import { placeOfText } from './text-places.ts';

/**
 * Ends a round of suggestions: keeps the words of this moment as the next version, counts what became of the suggestions, and takes along
 * those that wait and the variants. The text stays open.
 */
export const consolidateText = defineCommand({
	name: 'consolidate-text',
	right: 'text.freeze',
	input: v.object({ textId: idInput }),
	place: placeOfText,
	async run(ctx, { textId }) {
		const { tx, tenantId, now: createdAt, personId: closedBy } = ctx;
		const text = await holdText(tx, tenantId, textId);
		if (!text) return refuse({ code: 'thing.not-found', kind: 'text' });
		const frozen = await freezeBody(ctx, text, true);
		if (!frozen.ok) return frozen;
		const live = await ctx.readDocument(formatDocumentName({ kind: 'text', id: textId }));
		const counts = await roundSoFar(tx, tenantId, textId, readBody(live));
		live.destroy();
		const { textVersionId, number } = frozen.value;
		const round = { tenantId, id: ctx.newId(), textId, textVersionId, ...counts, closedBy: closedBy!, createdAt };
		await tx.insert(textRounds).values(round);
		ctx.announce({ kind: 'text.changed', textId });
		return ok({ number, ...counts });
	},
	audit: ({ textId }, facts) => ({ entity: 'text', entityId: textId, facts })
});
