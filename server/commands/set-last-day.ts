import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { isDay } from '#domain/day.ts';
import { ok, refuse } from '#domain/result.ts';
import { formatDocumentName } from '#protocol/document-names.ts';
import { holdText } from '../db/repositories/texts.ts';
import { texts } from '../db/schema/processes.ts';
import { defineCommand } from './command.ts';
import { idInput } from './suggestion-input.ts';
import { placeOfText } from './text-places.ts';

/**
 * Says up to which day suggestions for a live text are taken from those who do not write it; null takes the end away. A day that has passed ends
 * the round at once, a later one opens it again.
 */
export const setLastDay = defineCommand({
	name: 'set-last-day',
	right: 'text.set-last-day',
	input: v.object({ textId: idInput, until: v.nullable(v.pipe(v.string(), v.check(isDay))) }),
	place: placeOfText,
	async run(ctx, { textId, until }) {
		const text = await holdText(ctx.tx, ctx.tenantId, textId);
		if (!text) return refuse({ code: 'thing.not-found', kind: 'text' });
		const document = formatDocumentName({ kind: 'text', id: textId });
		if (text.state === 'frozen') return refuse({ code: 'document.frozen', document });
		await ctx.tx
			.update(texts)
			.set({ collectsUntil: until })
			.where(and(eq(texts.tenantId, ctx.tenantId), eq(texts.id, textId)));
		ctx.announce({ kind: 'text.changed', textId });
		return ok({ until });
	},
	audit: ({ textId }, { until }) => ({ entity: 'text', entityId: textId, facts: { until } })
});
