import { expect, test } from 'vitest';
import type { DocNode } from '#domain/texts/doc.ts';
import { wrapped } from './wrapped.ts';

const p: DocNode = { type: 'paragraph', content: [{ type: 'text', text: 'Eins' }] };
const item: DocNode = { type: 'listItem', content: [p] };

test('paragraphs are written as they are', () => {
	const { content, unwrap } = wrapped([p]);
	expect(content).toEqual([p]);
	expect(unwrap(content)).toEqual([p]);
});

test('items are written in a list, and come back as items, whatever became of the list', () => {
	const { content, unwrap } = wrapped([item]);
	expect(content).toEqual([{ type: 'bulletList', content: [item] }]);
	expect(unwrap(content)).toEqual([item]);
	expect(unwrap([...content, p])).toEqual([item, item]);
});

test('cells are written in a table with one row, and come back as cells', () => {
	const cell: DocNode = { type: 'tableCell', content: [p] };
	const { content, unwrap } = wrapped([cell, cell]);
	expect(content).toEqual([{ type: 'table', content: [{ type: 'tableRow', content: [cell, cell] }] }]);
	expect(unwrap(content)).toEqual([cell, cell]);
});
