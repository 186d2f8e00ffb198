import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { colours } from '#board/colours.ts';
import { connect } from '#board/operations/connect.ts';
import { readBoard } from '#board/snapshot.ts';
import { packStroke } from '#board/stroke.ts';
import { add, table } from '../../../../tests/support/board-tables.ts';
import { boardSvg } from './board-svg.ts';
import { linesIn } from './lines.ts';
import { paper } from './palette.ts';
import { boardLines } from './text-list.ts';

function boardWith(text: string) {
	const anna = table(1);
	add(anna, { id: 'area', type: 'area', w: 900, h: 600, text: 'Mobilität' });
	add(anna, { id: 'one', parent: 'area', x: 40, y: 100, text });
	add(anna, { id: 'other', x: 1_200, text: 'Busse' });
	connect(anna.docs, { id: 'arrow', from: 'one', to: 'other', by: 'p1', kind: 'supports' }, anna.origin, anna.random);
	return readBoard(anna.docs);
}

describe('a board as a picture', () => {
	test('shows areas, cards and arrows, and says all of it in words', () => {
		const svg = boardSvg(boardWith('Radwege'), 'Potentialworkshop');
		for (const part of ['<title>Potentialworkshop</title>', 'Mobilität', 'Radwege unterstützt Busse', '<polygon'])
			expect(svg).toContain(part);
	});

	test('says what its colours mean, as spots with their names and in words', () => {
		const legend = { yellow: 'Idee & Wunsch' };
		const svg = boardSvg(boardWith('Radwege'), 'Board', legend);
		expect(svg.split('</desc>')[1]).toContain('Gelb: Idee &amp; Wunsch');
		expect(boardLines(boardWith('Radwege'), legend)).toContain('  - Radwege (Idee & Wunsch)');
		expect(boardLines(boardWith('Radwege'), legend)[0]).toBe('Gelb: Idee & Wunsch');
	});

	test('a long text is written smaller before any of it is left out', () => {
		const long = 'Verlässliche Busverbindungen zwischen allen Ortsteilen, auch am Abend und am Wochenende, '.repeat(4);
		const svg = boardSvg(boardWith(long.trim()), 'Board').replace(/<desc>[^<]*/, '');
		expect(svg.match(/Wochenende/g)).toHaveLength(4);
		expect(svg).not.toContain('…');
	});

	test('holds the pictures of the board whole, and says what it cannot show', () => {
		const anna = table(1);
		const picture = 'a'.repeat(64);
		add(anna, { id: 'image', type: 'image', w: 300, h: 200, text: 'Rathaus', own: { picture } });
		const [board, held] = [readBoard(anna.docs), 'data:image/png;base64,iVBORw0='];
		expect(boardSvg(board, 'Board', {}, new Map([[picture, held]]))).toContain(
			`<image x="0" y="0" width="300" height="200" href="${held}"/>`
		);
		const without = boardSvg(board, 'Board');
		expect(without).not.toContain('<image');
		expect(without.replace(/<desc>[^<]*/, '')).toContain('Rathaus');
		expect(boardLines(board)).toEqual(['Ohne Bereich', '  - Bild: Rathaus']);
	});

	test('draws what was drawn, where it is and as large as it is now', () => {
		const anna = table(1);
		const { ink, w, h } = packStroke(
			[
				{ x: 0, y: 0 },
				{ x: 40, y: 0 }
			],
			1
		)!;
		add(anna, { id: 'ink', type: 'ink', x: 100, y: 50, w: w * 2, h, colour: 'red', own: { ink, pen: 12 } });
		const svg = boardSvg(readBoard(anna.docs), 'Board');
		expect(svg).toContain(
			`<path transform="translate(100 50)" d="M24 12L104 12" fill="none" stroke="${paper.edge.red}"`
		);
		expect(svg).toContain('Zeichnung: ohne Namen');
	});

	test('nothing that somebody wrote is read as a mark, whatever it is', () => {
		const svg = boardSvg(boardWith('<script>alert(1)</script> & "x"'), '</title><script>');
		expect(svg).not.toMatch(/<script/i);
		expect(svg).toContain('&lt;script&gt;');
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const marks = boardSvg(boardWith('x'), text).replace(
					/<\/?(svg|title|desc|rect|text|tspan|line|polygon)\b[^<>]*>/g,
					''
				);
				expect(marks).not.toMatch(/[<>]|&(?!amp;|lt;|gt;|quot;)/);
			}),
			{ numRuns: 60 }
		);
	});

	test('has the colours of the light interface', () => {
		const tokens = readFileSync('src/lib/ui/styles/tokens.css', 'utf8');
		for (const colour of colours) {
			expect(tokens).toContain(`--wr-note-${colour}: light-dark(${paper.note[colour]},`);
			expect(tokens).toContain(`--wr-edge-${colour}: light-dark(${paper.edge[colour]},`);
		}
	});

	test('is also a list: areas with their cards, what lies in none, and the arrows as sentences', () => {
		expect(boardLines(boardWith('Radwege\nbauen'))).toEqual([
			'Mobilität',
			'  - Radwege bauen',
			'Ohne Bereich',
			'  - Busse',
			'Radwege\nbauen unterstützt Busse'
		]);
	});
});

test('a text is parted between words, and within a word only where it is longer than a line', () => {
	expect(linesIn('eins zwei drei', 57, 10)).toEqual(['eins zwei', 'drei']);
	expect(linesIn('Donaudampfschifffahrt', 57, 10)).toEqual(['Donaudampf', 'schifffahr', 't']);
	expect(linesIn('eins zwei drei vier', 57, 10, 1)).toEqual(['eins zwei…']);
	fc.assert(
		fc.property(fc.string(), fc.integer({ min: 10, max: 400 }), (text, width) => {
			const perLine = Math.max(1, Math.floor(width / (10 * 0.56)));
			for (const line of linesIn(text, width, 10)) expect([...line].length).toBeLessThanOrEqual(perLine);
		})
	);
});
