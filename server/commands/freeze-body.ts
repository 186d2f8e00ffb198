import { and, eq } from 'drizzle-orm';
import { encodeStateVector } from 'yjs';
import { ok, refuse, type Result } from '#domain/result.ts';
import { freezeWords } from '#domain/texts/text-version.ts';
import { formatDocumentName } from '#protocol/document-names.ts';
import { readBody } from '#text/read-body.ts';
import { listVersions, type LiveText } from '../db/repositories/texts.ts';
import { texts, textVersions } from '../db/schema/processes.ts';
import { sha256 } from '../ids.ts';
import type { Context } from './context.ts';
import { hasVariants, insertVariants, placeVariants } from './version-variants.ts';

/** The exact words of a text, as one of its versions. */
export interface FrozenBody {
	textVersionId: string;
	number: string;
	sha256: string;
}

/**
 * Keeps the exact words of a text, which the command holds, as its next version, with its variants beside it. Words that have not changed
 * since the last version, with the same variants, are not numbered twice. Unless it is kept open, nobody can write to the text afterwards.
 */
export async function freezeBody(ctx: Context, text: LiveText, keepOpen: boolean): Promise<Result<FrozenBody>> {
	const { tx, tenantId, now: createdAt, personId: createdBy } = ctx;
	const name = formatDocumentName({ kind: 'text', id: text.id });
	if (text.state === 'frozen') return refuse({ code: 'document.frozen', document: name });
	if (!keepOpen) {
		// The document is closed before it is read, so that no word can come in between.
		const closed = await ctx.freezeDocument(name);
		if (!closed.ok) return closed;
		await tx
			.update(texts)
			.set({ state: 'frozen', discussedParagraph: null, discussedBy: null })
			.where(and(eq(texts.tenantId, tenantId), eq(texts.id, text.id)));
		ctx.announce({ kind: 'access.changed', documentPrefix: name });
		ctx.announce({ kind: 'text.changed', textId: text.id });
	}
	const document = await ctx.readDocument(name);
	const frozen = freezeWords(readBody(document), sha256);
	if (!frozen.ok) return frozen;
	const variants = await placeVariants(ctx, text.id, frozen.value.doc);
	if (!variants.ok) return variants;
	const earlier = await listVersions(tx, tenantId, text.id);
	const [last] = earlier;
	if (last?.sha256 === frozen.value.sha256 && (await hasVariants(ctx, last.id, variants.value)))
		return ok({ textVersionId: last.id, number: last.number, sha256: last.sha256 });
	const [textVersionId, number] = [ctx.newId(), String(earlier.length + 1)];
	const stateVector = Buffer.from(encodeStateVector(document)).toString('base64');
	await tx.insert(textVersions).values({
		tenantId,
		id: textVersionId,
		kind: text.kind,
		...frozen.value,
		source: { from: 'text', textId: text.id, stateVector },
		textId: text.id,
		number,
		createdBy,
		createdAt
	});
	await insertVariants(ctx, { textId: text.id, textVersionId }, variants.value);
	return ok({ textVersionId, number, sha256: frozen.value.sha256 });
}
