import { ok, refuse, type Result } from '#domain/result.ts';
import type { Doc } from '#domain/texts/doc.ts';
import { numberOfVariant } from '#domain/texts/variants.ts';
import { addressed } from '#text/amendments/addressed.ts';
import { variantIn, type PlacedVariant } from '#text/amendments/variants.ts';
import { listVariantsOfVersion } from '../db/repositories/amendments.ts';
import { listVariants, type SuggestionRow } from '../db/repositories/suggestions.ts';
import { textAmendments } from '../db/schema/amendments.ts';
import type { Context } from './context.ts';

/** A variant of a text with its place in the words that become a version. */
type Placed = { variant: number; row: SuggestionRow; place: PlacedVariant };

/** The variants of a text in the words of a version. None is left behind: where one has no place there, no version is kept. */
export async function placeVariants(ctx: Context, textId: string, doc: Doc): Promise<Result<Placed[]>> {
	const placed: Placed[] = [];
	for (const row of await listVariants(ctx.tx, ctx.tenantId, textId)) {
		const variant = row.variant ?? 1;
		const place = variantIn(addressed(doc), row);
		if (!place) return refuse({ code: 'suggestion.variant-unfit', variant });
		placed.push({ variant, row, place });
	}
	return ok(placed);
}

/** Whether a version was kept with exactly these variants, under the same letters. */
export async function hasVariants(
	{ tx, tenantId }: Context,
	versionId: string,
	variants: readonly Placed[]
): Promise<boolean> {
	const kept = await listVariantsOfVersion(tx, tenantId, versionId);
	return kept.length === variants.length && variants.every(({ row }, at) => kept[at] === row.id);
}

/** Puts variants beside a version, where the body decides about them as about motions. */
export async function insertVariants(
	{ tx, tenantId, newId }: Context,
	version: { textId: string; textVersionId: string },
	variants: readonly Placed[]
): Promise<void> {
	if (variants.length === 0) return;
	await tx.insert(textAmendments).values(
		variants.map(({ variant, row, place: { before, after, lines } }) => ({
			...{ tenantId, id: newId(), ...version, number: numberOfVariant(variant), suggestionId: row.id },
			...{ personId: row.personId, groupName: row.groupName ?? '', reason: row.reason, createdAt: row.createdAt },
			...{ before: [...before], after: [...after], firstLine: lines.first, lastLine: lines.last }
		}))
	);
}
