import * as Y from 'yjs';
import type { DocNode } from '#domain/texts/doc.ts';
import { attributesOf, childrenOf, type Child } from './children.ts';
import { cellNames, readSpans } from './schema.ts';
import { tableOf } from './table-grid.ts';

/**
 * Reads a table with the blocks of its cells. What lies where a row or a cell belongs is taken for one, what is missing is
 * filled, and what would be too large for a table is read as its blocks, so that no word is lost.
 */
export function readTable(table: Y.XmlElement, blocksOf: (child: Child) => DocNode[]): DocNode[] {
	const rows = childrenOf(table).flatMap((child) => {
		if (isElement(child, ['tableRow'])) return [childrenOf(child).flatMap((each) => cellOf(each, blocksOf))];
		const stray = cellOf(child, blocksOf);
		return stray.length > 0 ? [stray] : [];
	});
	const whole = tableOf(rows);
	return whole ? [whole] : rows.flat().flatMap(({ content = [] }) => content.filter(hasWords));
}

function cellOf(child: Child, blocksOf: (child: Child) => DocNode[]): DocNode[] {
	const content = blocksOf(child);
	if (!isElement(child, cellNames)) return content.length > 0 ? [{ type: 'tableCell', content }] : [];
	const attrs = readSpans(attributesOf(child));
	return [{ type: child.nodeName, attrs, content: content.length > 0 ? content : [{ type: 'paragraph' }] }];
}

const isElement = (child: Child, names: readonly string[]): child is Y.XmlElement =>
	child instanceof Y.XmlElement && names.includes(child.nodeName);

const hasWords = ({ content = [] }: DocNode): boolean => content.length > 0;
