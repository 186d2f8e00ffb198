import * as Y from 'yjs';
import type { DocNode } from '#domain/texts/doc.ts';
import { bodyRoot } from './schema.ts';
import { writeBlocks } from './write-body.ts';

/** Writes blocks at the end of a live text; an empty paragraph there, in which somebody may stand, stays the last one. */
export function appendBlocks(live: Y.Doc, blocks: readonly DocNode[], newId: () => string): void {
	const fragment = live.getXmlFragment(bodyRoot);
	const last = fragment.length > 0 ? fragment.get(fragment.length - 1) : null;
	const isEmpty =
		last instanceof Y.XmlElement &&
		last.nodeName === 'paragraph' &&
		last.toArray().every((child) => child instanceof Y.XmlText && child.length === 0);
	live.transact(() => fragment.insert(fragment.length - (isEmpty ? 1 : 0), writeBlocks(blocks, newId)));
}
