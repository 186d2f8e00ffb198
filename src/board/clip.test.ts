import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, table, type Table } from '../../tests/support/board-tables.ts';
import { performOnBoard, boardDeeds, expectSoundBoard } from '../../tests/support/board-deeds.ts';
import { clipFromHtml, clipToHtml } from './clip-format.ts';
import { clipOf, linesOf, placedOf, type Clip } from './clip.ts';
import { limits } from './limits.ts';
import { connect } from './operations/connect.ts';
import { pasteClip } from './operations/paste-clip.ts';
import { changeLayer } from './operations/change-layer.ts';
import { readBoard } from './snapshot.ts';

const allOf = (from: Table) => new Set(readBoard(from.docs).elements.map(({ id }) => id));
const copy = (from: Table, ids: Iterable<string> = allOf(from)) => clipOf(readBoard(from.docs), new Set(ids));
const carried = (clip: Clip) => clipFromHtml(clipToHtml(clip, []));

function paste(at: Table, clip: Clip, mayScaffold = true) {
	const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));
	const place = { at: { x: 40, y: 60 }, within: () => null };
	return pasteClip(at.docs, clip, { ...place, by: 'p9', randomBytes, random: at.random, mayScaffold }, at.origin);
}

/** An area with a red card and a locked hint in it, and a card outside that the red one supports. */
function workshop(): Table {
	const anna = table(1);
	add(anna, { id: 'area', type: 'area', text: 'Wege', x: 300, y: 200 });
	add(anna, { id: 'red', text: 'Rad\nweg', colour: 'red', parent: 'area', x: 350, y: 400 });
	add(anna, { id: 'hint', text: 'Aus der Befragung', parent: 'area', x: 600, y: 400 });
	add(anna, { id: 'out', text: 'Tourismus <b>', x: 1400, y: 200, w: 300 });
	changeLayer(anna.docs, ['hint'], 'scaffold', anna.origin);
	connect(
		anna.docs,
		{ id: 'c', from: 'red', to: 'out', kind: 'supports', by: 'p1', label: 'viel' },
		anna.origin,
		anna.random
	);
	return anna;
}

/** What a board says, without ids, authors and the place of it all. */
function gist({ docs }: Table) {
	const { elements, byId } = readBoard(docs);
	const [left, top] = [Math.min(...elements.map(placeX)), Math.min(...elements.map(placeY))];
	const words = (id: string | null | undefined) => (id ? (byId.get(id)?.text ?? null) : null);
	return elements
		.map(({ type, layer, text, colour, x, y, w, h, parent, from, to, kind }) => {
			const place =
				type === 'connector' ? [] : [Math.round(x) - Math.round(left), Math.round(y) - Math.round(top), w, h];
			return JSON.stringify([type, layer, text, colour, place, words(parent), words(from), words(to), kind]);
		})
		.toSorted();
}
const placeX = ({ type, x }: { type: string; x: number }) => (type === 'connector' ? Infinity : x);
const placeY = ({ type, y }: { type: string; y: number }) => (type === 'connector' ? Infinity : y);

describe('what is copied and pasted', () => {
	test('says the same on another board, with its colours, areas and arrows, under new ids and the name of who pastes', () => {
		const [anna, bert] = [workshop(), table(2)];
		expect(paste(bert, carried(copy(anna))!).ok).toBe(true);
		expect(gist(bert)).toEqual(gist(anna));
		const { elements } = readBoard(bert.docs);
		expect(new Set(elements.map(({ by }) => by))).toEqual(new Set(['p9']));
		expect(elements.some(({ id }) => allOf(anna).has(id))).toBe(false);
	});

	test('has only arrows whose two ends come along', () => {
		expect(copy(workshop(), ['red', 'out']).map(({ id }) => id)).toEqual(['red', 'out', 'c']);
		expect(copy(workshop(), ['red', 'c']).map(({ id }) => id)).toEqual(['red']);
	});

	test('comes as cards for all where she may not write the scaffold', () => {
		const bert = table(2);
		paste(bert, copy(workshop()), false);
		const { elements } = readBoard(bert.docs);
		expect(elements).toHaveLength(5);
		expect(elements.every(({ layer }) => layer === 'cards')).toBe(true);
	});

	test('does not say of a copy that it came late', () => {
		const anna = table(1);
		add(anna, { id: 'n1', own: { late: true } });
		paste(anna, copy(anna));
		expect(readBoard(anna.docs).elements.map(({ late }) => late)).toEqual([true, undefined]);
	});

	test('beyond what can be looked through is refused, and nothing of it is laid', () => {
		const many = copy(workshop(), ['out']);
		const clip = Array.from({ length: limits.pasted + 1 }, (_, at) => ({ ...many[0]!, id: `n${at}` }));
		const bert = table(2);
		expect(paste(bert, clip)).toMatchObject({ problem: { code: 'board.too-much-pasted', count: limits.pasted + 1 } });
		expect(readBoard(bert.docs).elements).toEqual([]);
	});

	test('is words in reading order for every other program, one line each', () => {
		const anna = workshop();
		expect(linesOf(readBoard(anna.docs), allOf(anna))).toEqual([
			'Wege',
			'Rad weg',
			'Aus der Befragung',
			'Tourismus <b>'
		]);
		expect(clipToHtml([], ['Tourismus <b>'])).toContain('<p>Tourismus &lt;b&gt;</p>');
	});

	test('is the same whatever was done to the board before', () => {
		const deed = fc.record({
			who: fc.constant(1),
			what: fc.nat(boardDeeds - 1),
			pick: fc.nat(50),
			other: fc.nat(50),
			id: fc.stringMatching(/^[a-z]{6}$/)
		});
		fc.assert(
			fc.property(fc.array(deed, { maxLength: 25 }), (deeds) => {
				const [anna, bert] = [table(1), table(2)];
				deeds.forEach((each) => performOnBoard(anna, each));
				expect(paste(bert, carried(copy(anna))!).ok).toBe(true);
				expect(gist(bert)).toEqual(gist(anna));
				expectSoundBoard(bert.docs);
			}),
			{ numRuns: 100 }
		);
	});
});

describe('a clipboard that somebody else has filled', () => {
	const hidden = (told: unknown) => `<b data-wirkraum="${encodeURIComponent(JSON.stringify(told))}">`;
	const card = { id: 'n1', type: 'note', layer: 'cards', parent: null, x: 0, y: 0, w: 200, h: 200, text: 'Bus' };

	test('is none of ours when it is broken', () => {
		for (const html of ['', '<p>Bus</p>', '<b data-wirkraum="%">', '<b data-wirkraum="7">', hidden({}), hidden(null)])
			expect(clipFromHtml(html)).toBeNull();
	});

	test('loses what is no element, foreign fields, and letters that deceive or are too many', () => {
		const told = [
			7,
			{ ...card, id: '__proto__' },
			{ ...card, id: 'k', type: 'constructor' },
			{ ...card, x: 'left' },
			{ ...card, text: `a\u202Eb${'x'.repeat(5_000)}`, colour: 'yellow', by: 'boss', o: 'a0', w: 1e9 },
			{ ...card, text: 'twice' },
			{ ...card, id: 'i', type: 'image', own: { picture: '../../etc' } }
		];
		const [only, image, more] = clipFromHtml(hidden(told))!;
		expect(more).toBeUndefined();
		expect(image).toMatchObject({ type: 'image', own: {} });
		expect(only).toMatchObject({ id: 'n1', w: limits.largestSide });
		expect(only!.text.startsWith('abx')).toBe(true);
		expect(only!.text.length).toBeLessThanOrEqual(limits.noteText);
		expect(Object.keys(only!)).not.toContain('by');
	});

	test('has no circles, no areas that are none, and no arrows into nothing', () => {
		const area = { ...card, type: 'area' };
		const arrow = { ...card, type: 'connector' };
		const told = [
			{ ...area, id: 'a', parent: 'b' },
			{ ...area, id: 'b', parent: 'a' },
			{ ...card, id: 'n', parent: 'm' },
			{ ...card, id: 'm', parent: 'm' },
			{ ...arrow, id: 'c1', own: { from: 'n', to: 'gone' } },
			{ ...arrow, id: 'c2', own: { from: 'n', to: 'n' } },
			{ ...arrow, id: 'c3', own: { from: 'c4', to: 'n' } },
			{ ...arrow, id: 'c4', own: { from: 'n', to: 'm', kind: 'eats' } }
		];
		const clip = clipFromHtml(hidden(told))!;
		expect(clip.map(({ id, parent }) => [id, parent])).toEqual([
			['b', null],
			['a', 'b'],
			['m', null],
			['n', null],
			['c4', null]
		]);
		const bert = table(2);
		expect(paste(bert, clip).ok).toBe(true);
		expectSoundBoard(bert.docs);
	});

	test('never throws and never leaves an unsound board', () => {
		const link = fc.constantFrom('a', 'b', 'c', 'd', null, 3);
		const element = fc.record({
			id: fc.constantFrom('a', 'b', 'c', 'd', '__proto__', ''),
			type: fc.constantFrom('note', 'area', 'text', 'connector', 'toString', 4),
			layer: fc.constantFrom('cards', 'scaffold', 'cards', 'x'),
			parent: link,
			x: fc.oneof(fc.double(), fc.integer()),
			y: fc.oneof(fc.constant(1e308), fc.integer()),
			w: fc.oneof(fc.double(), fc.integer()),
			h: fc.integer(),
			text: fc.oneof(fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }), fc.constant([])),
			own: fc.oneof(fc.record({ from: link, to: link, cluster: fc.boolean() }), fc.anything())
		});
		fc.assert(
			fc.property(fc.array(fc.oneof(element, fc.anything()), { maxLength: 12 }), (told) => {
				const clip = clipFromHtml(hidden(JSON.parse(JSON.stringify(told)))) ?? [];
				const bert = table(2);
				const pasted = paste(bert, clip);
				expect(readBoard(bert.docs).elements.length).toBe(pasted.ok ? clip.length : 0);
				expect(placedOf(clip).length).toBeLessThanOrEqual(clip.length);
				expectSoundBoard(bert.docs);
			})
		);
		fc.assert(fc.property(fc.string(), (html) => void clipFromHtml(`<i data-wirkraum="${html}">`)));
	});
});
