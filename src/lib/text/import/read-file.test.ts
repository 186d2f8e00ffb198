import { getSchema } from '@tiptap/core';
import { Node } from '@tiptap/pm/model';
import { StarterKit } from '@tiptap/starter-kit';
import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { docToPlain } from '#domain/texts/doc.ts';
import { SmallDomParser } from '../../../../tests/support/small-dom.ts';
import { packed, par, picture, point, run, wordFile, wordParts } from '../../../../tests/support/word-file.ts';
import { textExtensions } from '../extensions.ts';
import { readFile } from './read-file.ts';

beforeAll(() => void vi.stubGlobal('DOMParser', SmallDomParser));

const ours = getSchema(textExtensions());
/** A schema that knows less than ours. */
const poor = getSchema([StarterKit]);
const file = (name: string, ...content: BlobPart[]) => new File(content, name);

async function read(given: File, schema = ours) {
	const result = await readFile(given, schema);
	if (!result.ok) return result.problem.code;
	const { before, after, changed, changes, dropped } = result.value;
	for (const doc of [before, after]) Node.fromJSON(schema, doc).check();
	return {
		before: docToPlain(before).split('\n'),
		after: docToPlain(after).split('\n'),
		changed,
		changes,
		dropped,
		doc: after
	};
}
const word = (body: string) => file('Vorlage.docx', wordFile(body));
const shape = (doc: unknown) =>
	JSON.parse(JSON.stringify(doc, (_, value) => (value === null ? undefined : value))) as unknown;

describe('a Word file', () => {
	test('gives its headings, paragraphs, bold and italic words and links that lead somewhere', async () => {
		const body =
			par(run('Strategische Ziele'), '<w:pStyle w:val="Titel"/>') +
			par(run('Ziel 1'), '<w:pStyle w:val="berschrift1"/>') +
			par(run('Der ') + run('Landkreis', '<w:b/>') + run(' wächst', '<w:i/>')) +
			par(
				`<w:hyperlink r:id="rId3">${run('Kreis')}</w:hyperlink><w:hyperlink r:id="rId4">${run('böse')}</w:hyperlink>`
			);
		const text = await read(word(body));
		expect(text).toMatchObject({ changed: false, changes: 0, dropped: { links: 1 } });
		expect(shape(typeof text === 'string' ? text : text.doc)).toMatchObject({
			content: [
				{ type: 'heading', attrs: { level: 1 } },
				{ type: 'heading', attrs: { level: 1 } },
				{
					content: [{ text: 'Der ' }, { text: 'Landkreis', marks: [{ type: 'bold' }] }, { marks: [{ type: 'italic' }] }]
				},
				{ content: [{ text: 'Kreis', marks: [{ attrs: { href: 'https://www.helmstedt.de/' } }] }, { text: 'böse' }] }
			]
		});
	});

	test('gives its lists with the numbers that Word shows', async () => {
		const body = [
			point('eins', 2),
			point('a', 1, 1),
			point('b', 1, 1),
			par(run('Dazwischen')),
			point('zwei', 2),
			point('neu', 3)
		];
		const text = await read(word(body.join('')));
		const list = { type: 'orderedList' };
		expect(shape(typeof text === 'string' ? text : text.doc)).toMatchObject({
			content: [
				{ ...list, content: [{ content: [{ type: 'paragraph' }, { type: 'bulletList', content: [{}, {}] }] }] },
				{ type: 'paragraph' },
				{ ...list, attrs: { start: 2 } }
			]
		});
		expect(text).toMatchObject({ after: ['eins', 'a', 'b', 'Dazwischen', 'zwei', 'neu'] });
	});

	test('gives its tables, or the words of their cells where the schema has none', async () => {
		const cell = (words: string) => `<w:tc>${par(run(words))}</w:tc>`;
		const body = `<w:tbl><w:tr>${cell('Ziel')}${cell('Jahr')}</w:tr><w:tr>${cell('Einwohner halten')}${cell('2035')}</w:tr></w:tbl>`;
		expect(await read(word(body), poor)).toMatchObject({ after: ['Ziel', 'Jahr', 'Einwohner halten', '2035'] });
		expect(await read(word(body))).toMatchObject({
			doc: { content: [{ type: 'table', content: [{ type: 'tableRow', content: [{}, {}] }, {}] }] }
		});
	});

	test('leaves pictures, notes, comments, text boxes, headers, formulas, colours and what lies too deep, and counts them', async () => {
		const box = `<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${par(run('Kasten'))}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${par(run('Kasten'))}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
		const body =
			par(
				run('Text') +
					picture +
					picture +
					box +
					'<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r>'
			) +
			par(
				'<w:r><w:commentReference w:id="0"/></w:r><m:oMath><m:r><m:t>a²</m:t></m:r></m:oMath>' +
					run('rot', '<w:color w:val="FF0000"/>')
			) +
			par(
				run('unter', '<w:u w:val="single"/>') +
					run('strichen', '<w:u w:val="single"/><w:b/>') +
					run('schwarz', '<w:color w:val="auto"/>')
			) +
			[0, 1, 2, 3, 4, 5].map((level) => point('tief', 1, level)).join('') +
			'<w:sectPr><w:headerReference w:type="default" r:id="rId8"/></w:sectPr>';
		expect(await read(word(body))).toMatchObject({
			after: ['Text', 'rot', 'unterstrichenschwarz', ...Array<string>(6).fill('tief')],
			dropped: { pictures: 2, textBoxes: 1, footnotes: 2, comments: 1, formulas: 1, formats: 2, depths: 1, headers: 1 }
		});
	});

	test('with tracked changes gives what was and what is proposed', async () => {
		const change = 'w:id="1" w:author="A" w:date="2024-09-01T10:00:00Z"';
		const ins = (inside: string) => `<w:ins ${change}>${inside}</w:ins>`;
		const del = (words: string) =>
			`<w:del ${change}><w:r><w:delText xml:space="preserve">${words}</w:delText></w:r></w:del>`;
		const body =
			par(run('Die Anzahl über ') + del('80.000') + ins(run('90.000')) + run(' halten')) +
			// A paragraph that was inserted as a whole, and one that was joined with the next.
			par(ins(run('Neu dazu')), `<w:rPr><w:ins ${change}/></w:rPr>`) +
			par(run('Erster Teil, '), `<w:rPr><w:del ${change}/></w:rPr>`) +
			par(run('zweiter Teil')) +
			par(`<w:moveFrom ${change}>${run('Wandert')}</w:moveFrom>`, `<w:rPr><w:moveFrom ${change}/></w:rPr>`) +
			par(run('Bleibt')) +
			par(`<w:moveTo ${change}>${run('Wandert')}</w:moveTo>`, `<w:rPr><w:moveTo ${change}/></w:rPr>`) +
			`<w:tbl><w:tr><w:trPr><w:ins ${change}/></w:trPr><w:tc>${par(run('Zeile'))}</w:tc></w:tr></w:tbl>` +
			par(run('Ende'));
		expect(await read(word(body))).toMatchObject({
			before: ['Die Anzahl über 80.000 halten', 'Erster Teil, ', 'zweiter Teil', 'Wandert', 'Bleibt', 'Ende'].map(
				(line) => line.trimEnd()
			),
			after: [
				'Die Anzahl über 90.000 halten',
				'Neu dazu',
				'Erster Teil, zweiter Teil',
				'Bleibt',
				'Wandert',
				'Zeile',
				'Ende'
			],
			changed: true,
			changes: 4
		});
	});

	test('of which only the colours were changed gives one text', async () => {
		const looks = '<w:b/><w:rPrChange w:id="1" w:author="A"><w:rPr><w:i/></w:rPr></w:rPrChange>';
		const text = await read(word(par(run('Ziel', looks))));
		expect(text).toMatchObject({ changed: true, changes: 1, before: ['Ziel'], after: ['Ziel'] });
		const colour = '<w:rPrChange w:id="1" w:author="A"><w:rPr><w:color w:val="FF0000"/></w:rPr></w:rPrChange>';
		expect(await read(word(par(run('Ziel', colour))))).toMatchObject({ changed: false, changes: 0 });
	});
});

describe('a file that cannot be brought in is refused in plain words', () => {
	const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
	test.each<[string, File, string]>([
		['another kind', file('Bild.png', 'x'), 'text.file-unknown'],
		['no ending', file('constructor', 'x'), 'text.file-unknown'],
		['too large', file('a.docx', new Uint8Array(5 * 1024 * 1024 + 1)), 'text.file-too-large'],
		[
			'unpacks to too much',
			file('a.docx', packed({ ...wordParts(''), 'word/styles.xml': new Uint8Array(31 * 1024 * 1024) }, 9)),
			'text.file-too-large'
		],
		['locked or old', file('a.doc', old), 'text.file-protected'],
		['a letter that is called Word', file('a.docx', 'Ein Brief.'), 'text.file-unreadable'],
		['a ZIP file of something else', file('a.docx', packed({ 'a.txt': 'x' })), 'text.file-unreadable'],
		[
			'a Word file without a body',
			file('a.docx', packed({ ...wordParts(''), 'word/document.xml': '<x/>' })),
			'text.file-unreadable'
		],
		['without bytes', file('a.md', ''), 'text.file-empty'],
		['only pictures', word(par(picture)), 'text.file-empty'],
		['bytes that are no words', file('a.txt', new Uint8Array([0, 1, 2, 0])), 'text.file-unreadable']
	])('%s', async (_, given, code) => expect(await read(given)).toBe(code));
});

/** From the proposal of the county of Helmstedt on its strategic goals, 2024. */
const helmstedt = `Für die zukünftige strategische Ausrichtung des Landkreises Helmstedt werden die folgenden langfristigen Ziele definiert, die bis 2035 erreicht werden sollen. Für die Haushaltsplanungen ab 2026 werden die nachstehenden Strategischen Ziele festgesetzt.

1. Der Landkreis treibt die 6 Aktionsräume voran und setzt Impulse!

- Strategierat: AWS und Themenpaten
- Ratgeber für die kreisangehörigen Kommunen
- Unterstützer für die Umsetzung der Ideen

2. Die Anzahl der Einwohner/innen bei über 90.000 halten!`;

describe('a file of words', () => {
	test('keeps every word and every paragraph', async () => {
		expect(await read(file('Beschluss.txt', helmstedt))).toMatchObject({
			after: helmstedt.split('\n').filter((line) => line !== ''),
			dropped: {}
		});
		expect(await read(file('Beschluss.txt', new Uint8Array([0x5a, 0xe4, 0x68, 0x6c, 0x65])))).toMatchObject({
			after: ['Zähle']
		});
	});

	test('in Markdown becomes lists that keep their numbers', async () => {
		const text = await read(file('Beschluss.md', helmstedt));
		expect(shape(typeof text === 'string' ? text : text.doc)).toMatchObject({
			content: [
				{ type: 'paragraph' },
				{ type: 'orderedList' },
				{ type: 'bulletList', content: [{}, {}, {}] },
				{ type: 'orderedList', attrs: { start: 2 } }
			]
		});
		expect(await read(file('a.md', '- [x] ja\n- [ ] nein\n\n|a|b|\n|-|-|\n|c|d|'))).toMatchObject({
			doc: { content: [{ type: 'taskList', content: [{ attrs: { checked: true } }, {}] }, { type: 'table' }] }
		});
	});

	test('that is too long ends where nothing more fits', async () => {
		const text = await read(file('a.txt', 'Ein Absatz mit einigen Wörtern.\n'.repeat(30_000)));
		expect(text).toMatchObject({ dropped: { rest: 28_000 } });
	});
});

test('whatever a file holds, it is read or refused, and what is read fits the schema', async () => {
	const piece = fc.constantFrom(
		...[
			'# ',
			'- ',
			'  ',
			'1. ',
			'\n',
			'**',
			'_',
			'[',
			'](',
			')',
			'|',
			'|-|-|',
			'<w:p>',
			'</w:p>',
			'<w:r>',
			'<w:t>',
			'</w:t>',
			'</w:r>'
		],
		...[
			'<w:del>',
			'<w:ins>',
			'<w:tbl>',
			'<w:tr>',
			'<w:tc>',
			'</w:tc>',
			'<w:numPr>',
			'<w:pPr>',
			'<w:rPr>',
			'<w:br/>',
			'<w:sdt>',
			'&#0;',
			'Wort'
		]
	);
	const content = fc
		.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 30 })
		.map((all) => all.join(''));
	await fc.assert(
		fc.asyncProperty(
			content,
			fc.constantFrom('md', 'txt', 'docx'),
			fc.constantFrom(ours, poor),
			async (words, ending, schema) => {
				const given = ending === 'docx' ? word(words) : file(`a.${ending}`, words);
				const text = await read(given, schema);
				expect(typeof text === 'string' ? text : 'text').toMatch(/^text/);
			}
		),
		{ numRuns: 150 }
	);
});
