import type { Doc, DocNode } from '#domain/texts/doc.ts';
import { idOf, isTextBlock } from '../rewordings/rewording.ts';

const given = /^at-\d+$/;

/**
 * A version in which every paragraph and heading has an id, so that motions can name it. Versions that were typed or imported lack them;
 * theirs follow from the place, so that everybody who asks gets the same.
 */
export function addressed(doc: Doc): Doc {
	let at = 0;
	const address = (node: DocNode): DocNode => {
		if (!isTextBlock(node)) return node.content ? { ...node, content: node.content.map(address) } : node;
		at += 1;
		return idOf(node) === null ? { ...node, attrs: { ...node.attrs, id: `at-${at}` } } : node;
	};
	return { ...address(doc), type: 'doc' };
}

/** The same without the ids that only named places. */
export function unaddressed(doc: Doc): Doc {
	const strip = (node: DocNode): DocNode => {
		if (!isTextBlock(node)) return node.content ? { ...node, content: node.content.map(strip) } : node;
		if (!given.test(idOf(node) ?? '')) return node;
		const { id: _, ...attrs } = node.attrs ?? {};
		const { attrs: __, ...rest } = node;
		return Object.keys(attrs).length > 0 ? { ...rest, attrs } : rest;
	};
	return { ...strip(doc), type: 'doc' };
}
