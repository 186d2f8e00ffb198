import type { Doc } from '#domain/texts/doc.ts';

/** The first so many blocks of a text; a text that is not much longer is given whole. */
export function beginningOf(doc: Doc, blocks: number): Doc {
	const content = doc.content ?? [];
	return content.length <= blocks * 1.5 ? doc : { ...doc, content: content.slice(0, blocks) };
}
