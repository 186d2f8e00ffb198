import { createRawSnippet } from 'svelte';
import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import type { Doc, DocNode } from '#domain/texts/doc.ts';
import TextView from './TextView.svelte';

const words = (text: string, ...marks: NonNullable<DocNode['marks']>): DocNode => ({ type: 'text', text, marks });

function shown(...content: DocNode[]): string {
	const doc: Doc = { type: 'doc', content };
	return render(TextView, { props: { doc } }).body.replace(/<!--.*?-->/g, '');
}

test('a sentence is shown without a blank that nobody wrote', () => {
	const sentence = {
		type: 'paragraph',
		content: [words('Wir '), words('planen', { type: 'bold' }, { type: 'italic' }), words(', ')]
	};
	expect(shown(sentence)).toContain('<p>Wir <strong><em>planen</em></strong>, </p>');
});

test('words that look like a program stay words', () => {
	expect(shown({ type: 'paragraph', content: [words('<script>alert(1)</script>')] })).not.toContain('<script>');
	const link = words('hier', { type: 'link', attrs: { href: 'javascript:alert(1)' } });
	expect(shown({ type: 'paragraph', content: [link] })).toContain('<p>hier</p>');
});

test('headings lie below the title of the page, lists keep their numbers', () => {
	const heading = { type: 'heading', attrs: { level: 1 }, content: [words('Leitsätze')] };
	const item = { type: 'listItem', content: [{ type: 'paragraph', content: [words('Bildung')] }] };
	const text = shown(heading, { type: 'orderedList', attrs: { start: 4 }, content: [item] });
	expect(text).toContain('<h2>Leitsätze</h2>');
	expect(text).toMatch(/<ol start="4"[^>]*><li><p>Bildung<\/p><\/li><\/ol>/);
});

test('every fifth line of a version has its number, and readers of the screen hear which lines a paragraph has', () => {
	const doc: Doc = {
		type: 'doc',
		content: ['Vision', 'Wir', 'planen', 'für', 'alle'].map((each) => ({ type: 'paragraph', content: [words(each)] }))
	};
	const html = render(TextView, { props: { doc, numbered: true } }).body;
	expect(html.match(/data-number="\d+"/g)).toEqual(['data-number="5"']);
	expect(html).toContain('Zeile 5:');
	expect(html).toContain('alle');
});

test('what goes wrong: a member who cannot see hears the lines of each paragraph and its suggestions before its words', () => {
	const long = Array.from({ length: 40 }, (_, at) => `Wort${at}`).join(' ');
	const paragraph = (id: string, text: string): DocNode => ({
		type: 'paragraph',
		attrs: { id },
		content: [words(text)]
	});
	const doc: Doc = {
		type: 'doc',
		content: [paragraph('p1', long), paragraph('p2', 'Ende'), paragraph('p3', 'Schluss'), paragraph('p4', '')]
	};
	const suggested = new Map([
		['p1', 2],
		['p3', 1]
	]);
	const html = render(TextView, { props: { doc, suggested } }).body.replace(/<!--.*?-->/g, '');
	const heard = [...html.matchAll(/<p[^>]*>(.*?)<\/p>/gs)].map(([, inside]) => inside!.replace(/<[^>]*>/g, ''));
	expect(heard).toEqual([`Zeile 1 bis 4, 2 Vorschläge: ${long}`, 'Zeile 5: Ende', 'Zeile 6, 1 Vorschlag: Schluss', '']);
	expect(html).not.toContain('data-line');
	expect(html).not.toContain('aria-live');
});

test('something may stand beside each paragraph that has an id, and nothing comes between its words', () => {
	const beside = createRawSnippet<[string]>((id) => ({ render: () => `<i>${id()}</i>` }));
	const paragraph = (id?: string): DocNode => ({
		type: 'paragraph',
		...(id !== undefined && { attrs: { id } }),
		content: [words('Wir '), words('planen', { type: 'bold' })]
	});
	const doc: Doc = { type: 'doc', content: [paragraph('p1'), paragraph()] };
	const html = render(TextView, { props: { doc, beside } }).body.replace(/<!--.*?-->/g, '');
	expect(html).toMatch(
		/<div class="beside[^"]*" data-id="p1"><p>Wir <strong>planen<\/strong><\/p>\s*<i>p1<\/i><\/div>/
	);
	expect(html.match(/<i>/g)).toHaveLength(1);
});

test('a table says which cells are headings of what, and is reached by keyboard to be scrolled', () => {
	const cell = (type: string, text: string, attrs = {}): DocNode => ({
		type,
		attrs,
		content: [{ type: 'paragraph', content: [words(text)] }]
	});
	const row = (...content: DocNode[]): DocNode => ({ type: 'tableRow', content });
	const html = shown({
		type: 'table',
		content: [
			row(cell('tableHeader', 'Maßnahme'), cell('tableHeader', 'Kosten')),
			row(cell('tableHeader', 'Radweg'), cell('tableCell', '2.500', { rowspan: 2 })),
			row(cell('tableCell', '<script>alert(1)</script>', { colspan: 1e9 }))
		]
	});
	expect(html).toMatch(/<div class="scroll[^>]*role="region" aria-label="Tabelle" tabindex="0"/);
	expect(html).toMatch(/<thead[^>]*><tr[^>]*><th scope="col"[^>]*><p>Maßnahme<\/p><\/th>/);
	expect(html).toMatch(/<tbody[^>]*><tr[^>]*><th scope="row"[^>]*><p>Radweg<\/p><\/th><td[^>]*rowspan="2"/);
	expect(html).not.toContain('<script>');
	expect(html).not.toContain('1000000000');
});

test('a task is heard with its tick', () => {
	const task = (checked: boolean, text: string): DocNode => ({
		type: 'taskItem',
		attrs: { checked },
		content: [{ type: 'paragraph', content: [words(text)] }]
	});
	const html = shown({ type: 'taskList', content: [task(true, 'Prüfen'), task(false, 'Bauen')] });
	expect(
		html
			.replace(/<[^>]*>/g, '')
			.replace(/\s+/g, ' ')
			.trim()
	).toBe('Erledigt: Prüfen Offen: Bauen');
});
