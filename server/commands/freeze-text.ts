import { eq, and } from 'drizzle-orm';
import * as v from 'valibot';
import { encodeStateVector } from 'yjs';
import { ok, refuse } from '#domain/result.ts';
import { freezeWords } from '#domain/texts/text-version.ts';
import { formatDocumentName } from '#protocol/document-names.ts';
import { readBody } from '#text/read-body.ts';
import { holdText, listVersions } from '../db/repositories/texts.ts';
import { texts, textVersions } from '../db/schema/processes.ts';
import { sha256 } from '../ids.ts';
import { defineCommand } from './command.ts';
import { placeOfText } from './text-places.ts';

/**
 * Keeps the exact words of a text as its next version. Words that have not changed since the last version are not
 * numbered twice. Unless it is kept open, nobody can write to the text afterwards.
 */
export const freezeText = defineCommand({
	name: 'freeze-text',
	right: 'text.freeze',
	input: v.object({ textId: v.pipe(v.string(), v.uuid()), keepOpen: v.boolean() }),
	place: placeOfText,
	async run(ctx, { textId, keepOpen }) {
		const { tx, tenantId, now: createdAt, personId: createdBy } = ctx;
		const name = formatDocumentName({ kind: 'text', id: textId });
		const text = await holdText(tx, tenantId, textId);
		if (!text) return refuse({ code: 'thing.not-found', kind: 'text' });
		if (text.state === 'frozen') return refuse({ code: 'document.frozen', document: name });
		if (!keepOpen) {
			// The document is closed before it is read, so that no word can come in between.
			const closed = await ctx.freezeDocument(name);
			if (!closed.ok) return closed;
			await tx
				.update(texts)
				.set({ state: 'frozen' })
				.where(and(eq(texts.tenantId, tenantId), eq(texts.id, textId)));
			ctx.announce({ kind: 'access.changed', documentPrefix: name });
		}
		const document = await ctx.readDocument(name);
		const frozen = freezeWords(readBody(document), sha256);
		if (!frozen.ok) return frozen;
		const earlier = await listVersions(tx, tenantId, textId);
		const [last] = earlier;
		if (last?.sha256 === frozen.value.sha256) return ok({ number: last.number, sha256: last.sha256 });
		const number = String(earlier.length + 1);
		const stateVector = Buffer.from(encodeStateVector(document)).toString('base64');
		await tx.insert(textVersions).values({
			tenantId,
			id: ctx.newId(),
			kind: text.kind,
			...frozen.value,
			source: { from: 'text', textId, stateVector },
			textId,
			number,
			createdBy,
			createdAt
		});
		return ok({ number, sha256: frozen.value.sha256 });
	},
	audit: ({ textId, keepOpen }, { number, sha256: fingerprint }) => ({
		entity: 'text',
		entityId: textId,
		facts: { number, sha256: fingerprint, keepOpen }
	})
});
