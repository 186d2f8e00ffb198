import { ok, refuse, type Result } from '#domain/result.ts';
import { groupsOf } from '#domain/texts/contest.ts';
import { isVariant, variantOf } from '#domain/texts/variants.ts';
import { formatDocumentName } from '#protocol/document-names.ts';
import { readBody } from '#text/read-body.ts';
import { collideIn } from '#text/rewordings/collide.ts';
import { waysIn } from '#text/rewordings/place.ts';
import { listAmendments, type AmendmentRow } from '../db/repositories/amendments.ts';
import { textSuggestions, textTies } from '../db/schema/suggestions.ts';
import type { Context } from './context.ts';
import { onToday } from './keep-suggestions.ts';

/** The variants of a version between which nobody has chosen yet, by their letters. */
export async function openVariantsOf({ tx, tenantId }: Context, textVersionId: string): Promise<AmendmentRow[]> {
	const rows = await listAmendments(tx, tenantId, textVersionId);
	return rows
		.map(({ amendment }) => amendment)
		.filter((each) => isVariant(each) && each.state === 'handed-in')
		.sort((one, other) => other.number - one.number);
}

/** Takes the variants of a version along into a text that begins with its words: there they are variants under the same letters. */
export async function carryVariants(
	ctx: Context,
	textId: string,
	variants: readonly AmendmentRow[]
): Promise<Result<void>> {
	if (variants.length === 0) return ok();
	const { tx, tenantId, personId, now: createdAt } = ctx;
	const live = await ctx.readDocument(formatDocumentName({ kind: 'text', id: textId }));
	const body = readBody(live);
	live.destroy();
	const carried: (typeof textSuggestions.$inferInsert)[] = [];
	for (const { number, personId, groupName, reason, createdAt, ...rewording } of variants) {
		const variant = variantOf(number);
		const words = onToday(body, rewording);
		if (!words) return refuse({ code: 'suggestion.variant-unfit', variant });
		carried.push({
			...{ tenantId, id: ctx.newId(), textId, personId, groupName: groupName || null, roomId: null },
			...{ reason, createdAt, state: 'variant', variant },
			...words
		});
	}
	await tx.insert(textSuggestions).values(carried);
	const ways = waysIn(body);
	for (const group of groupsOf(carried, (one, other) => collideIn(body, ways, one, other)))
		await tx.insert(textTies).values({
			...{ tenantId, id: ctx.newId(), textId, kind: 'variants', suggestionIds: group.map(({ id }) => id) },
			...{ deferredIds: [], settledBy: personId!, createdAt }
		});
	return ok();
}
