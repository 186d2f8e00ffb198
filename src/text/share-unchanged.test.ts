import { describe, expect, it } from 'vitest';
import type { Doc, DocNode } from '#domain/texts/doc.ts';
import { shareUnchanged } from './share-unchanged.ts';

const words = (id: string, text: string): DocNode => ({
	type: 'paragraph',
	attrs: { id },
	content: [{ type: 'text', text }]
});
const list = (...items: DocNode[]): DocNode => ({
	type: 'bulletList',
	content: items.map((item) => ({ type: 'listItem', content: [item] }))
});
const text = (): Doc => ({
	type: 'doc',
	content: [words('a', 'Wege'), list(words('b', 'Rad'), words('c', 'Bus')), words('d', 'Schluss')]
});

describe('a text that is read once more', () => {
	it('is the same object where nothing has changed', () => {
		const earlier = text();
		expect(shareUnchanged(earlier, text())).toBe(earlier);
	});

	it('says what it says now, and shares what stayed, also behind a new paragraph and within a list', () => {
		const earlier = text();
		const now: Doc = {
			type: 'doc',
			content: [
				words('neu', 'Vorweg'),
				words('a', 'Wege'),
				list(words('b', 'Rad'), words('c', 'Bahn')),
				words('d', 'Schluss')
			]
		};
		const shared = shareUnchanged(earlier, now);
		expect(shared).toEqual(now);
		expect(shared.content?.[1]).toBe(earlier.content?.[0]);
		expect(shared.content?.[2]?.content?.[0]).toBe(earlier.content?.[1]?.content?.[0]);
		expect(shared.content?.[2]?.content?.[1]).not.toBe(earlier.content?.[1]?.content?.[1]);
		expect(shared.content?.[3]).toBe(earlier.content?.[2]);
	});

	it('notices a change of a look, of an attribute, of what is empty and of the order', () => {
		const earlier: Doc = { type: 'doc', content: [words('a', 'Wege'), { type: 'paragraph', attrs: { id: 'b' } }] };
		const bold: DocNode = { ...words('a', ''), content: [{ type: 'text', text: 'Wege', marks: [{ type: 'bold' }] }] };
		const heading: DocNode = { ...words('a', 'Wege'), type: 'heading', attrs: { id: 'a', level: 2 } };
		const empty: DocNode = { type: 'paragraph', attrs: { id: 'b' } };
		for (const content of [
			[bold, empty],
			[heading, empty],
			[words('a', 'Wege'), words('b', 'x')],
			[empty, words('a', 'Wege')]
		]) {
			const now: Doc = { type: 'doc', content };
			expect(shareUnchanged(earlier, now)).toEqual(now);
		}
	});
});
