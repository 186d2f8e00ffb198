import { expect, test } from 'vitest';
import { cleanHtml } from './clean-html.ts';
import { Tally } from './dropped.ts';
import { looksLikeMarkdown, readMarkdown } from './markdown.ts';
import { writeHtml } from './markup.ts';

function read(text: string) {
	const tally = new Tally();
	return { html: cleanHtml(readMarkdown(text), tally).map(writeHtml).join(''), dropped: tally.dropped };
}

test('headings, paragraphs, bold, italic and line breaks', () => {
	expect(
		read(
			'# Ziele #\n\nWir **planen** _gern_\nund *viel*.  \nNeue ***Zeile***\n\nUnter\n=====\n\nAuch\n---\n\n***\nEnde'
		).html
	).toBe(
		'<h1>Ziele</h1><p>Wir <strong>planen</strong> <em>gern</em> und <em>viel</em>.<br>Neue <strong><em>Zeile</em></strong></p><h1>Unter</h1><h2>Auch</h2><p>Ende</p>'
	);
});

test('signs that mean nothing stay: sums, names, prices and what is escaped', () => {
	expect(read('2*3*4, ziel_ein_wort, 5 * 6 * 7, \\*kein\\* Stern, `ein **Wort**`').html).toBe(
		'<p>2*3*4, ziel_ein_wort, 5 * 6 * 7, *kein* Stern, ein **Wort**</p>'
	);
});

test('links to pages stay, others lose where they lead, and pictures are left', () => {
	const { html, dropped } = read(
		'[Kreis **H**](https://helmstedt.de "Titel"), <mailto:a@example.org>, [böse](javascript:alert(1)) ![Bild](x.png)'
	);
	expect(html).toBe(
		'<p><a href="https://helmstedt.de/">Kreis </a><a href="https://helmstedt.de/"><strong>H</strong></a>, <a href="mailto:a@example.org">mailto:a@example.org</a>, böse</p>'
	);
	expect(dropped).toEqual({ links: 1, pictures: 1 });
});

test('lists lie in each other, go on counting and hold several paragraphs', () => {
	expect(read('2. zwei\n   - a\n   - b\n\n     mehr\n3. drei\n\n* c\n+ d').html).toBe(
		'<ol start="2"><li><p>zwei</p><ul><li><p>a</p></li><li><p>b</p><p>mehr</p></li></ul></li><li><p>drei</p></li></ol><ul><li><p>c</p></li><li><p>d</p></li></ul>'
	);
});

test('tasks are tasks, done or not', () => {
	expect(read('- [x] fertig\n- [ ] offen').html).toBe(
		'<ul data-type="taskList"><li data-type="taskItem" data-checked="true"><p>fertig</p></li><li data-type="taskItem" data-checked="false"><p>offen</p></li></ul>'
	);
});

test('tables are tables', () => {
	expect(read('| Ziel | Jahr |\n|:--|--:|\n| **A** | 2035 |\n| B \\| C |\n\nEnde').html).toBe(
		'<table><tbody><tr><th><p>Ziel</p></th><th><p>Jahr</p></th></tr><tr><td><p><strong>A</strong></p></td><td><p>2035</p></td></tr><tr><td><p>B | C</p></td><td><p></p></td></tr></tbody></table><p>Ende</p>'
	);
});

test('HTML in Markdown is words', () => {
	expect(read('<script>alert(1)</script> <b onclick=x>fett</b>').html).toBe(
		'<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;b onclick=x&gt;fett&lt;/b&gt;</p>'
	);
});

test('only what cannot be anything else is taken for Markdown', () => {
	expect(
		['# Ziele', '- [ ] offen', '**fett**', '[a](https://b.de)', 'a | b\n--- | ---'].map(looksLikeMarkdown)
	).toEqual(Array(5).fill(true));
	expect(
		['1. Der Landkreis', '- Strategierat', '#Hashtag', '2 * 3 ** 4', 'A | B', '---'].map(looksLikeMarkdown)
	).toEqual(Array(6).fill(false));
});

test('whoever writes a million signs does not stop the program', () => {
	const before = performance.now();
	for (const sign of ['*', '_', '**a ', '[', '[a](', '`', '> ', '- ', '#', ' ', '| ', '|-', '![', '<http:'])
		read(sign.repeat(20_000));
	expect(performance.now() - before).toBeLessThan(15_000);
});
