import { count, and, eq } from 'drizzle-orm';
import { freeze } from '#domain/texts/text-version.ts';
import { normaliseText } from '#domain/texts/normal-form.ts';
import type { ExactText } from '#protocol/paper-views.ts';
import { fromLines, toLines } from '#text/lines.ts';
import type { Transaction } from '../db/database.ts';
import { findResolvedVersion } from '../db/repositories/amendments.ts';
import { findExactText, type Paper } from '../db/repositories/papers.ts';
import { textVersions } from '../db/schema/processes.ts';
import { sha256 } from '../ids.ts';
import type { Context } from './context.ts';

/**
 * The words that a body resolved, as the next version of the proposal. Lines that nobody changed are the wording that
 * went before the body, with its formatting; without any lines there is nothing to keep.
 */
export async function keepResolvedWords(
	ctx: Context,
	paper: Paper,
	before: ExactText,
	consultationId: string,
	lines: string | undefined
): Promise<ExactText | null> {
	const typed = normaliseText(lines ?? '');
	if (typed === '') return null;
	if (typed === normaliseText(toLines(before.doc))) return before;
	const { tx, tenantId, personId: createdBy, now: createdAt } = ctx;
	const { doc, plain, sha256: print } = freeze(fromLines(typed), sha256);
	const [row] = await tx
		.select({ n: count() })
		.from(textVersions)
		.where(and(eq(textVersions.tenantId, tenantId), eq(textVersions.textId, paper.proposalTextId)));
	const [id, number] = [ctx.newId(), String((row?.n ?? 0) + 1)];
	await tx.insert(textVersions).values({
		tenantId,
		id,
		kind: 'proposal',
		doc,
		plain,
		sha256: print,
		source: { from: 'consultation', consultationId },
		textId: paper.proposalTextId,
		number,
		createdBy,
		createdAt
	});
	return { id, number, sha256: print, doc };
}

/** The version that amendment motions made of the wording that went before the body, if it is the one that is named. */
export async function findAmended(
	tx: Transaction,
	{ tenantId, proposalTextId }: Paper,
	before: ExactText,
	versionId: string
): Promise<ExactText | null> {
	const found = await findResolvedVersion(tx, tenantId, proposalTextId, before.id);
	return found?.id === versionId ? findExactText(tx, tenantId, versionId) : null;
}
