import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { AnchorFinder, anchorOf, wishBetween, type AnchorWish, type TextAnchor } from './anchors.ts';
import { list, paragraph, textOfBlocks } from './blocks.ts';
import { bodyRoot } from './schema.ts';
import { TextPlaces } from './text-places.ts';
import { writeBody } from './write-body.ts';

/** A text of paragraphs p1, p2 … */
function textOf(...paragraphs: string[]): Y.Doc {
	const doc = new Y.Doc();
	let next = 1;
	writeBody(doc, textOfBlocks(...paragraphs.map((words) => paragraph(words))), () => `p${next++}`);
	return doc;
}

function elementOf(doc: Y.Doc, id: string): Y.XmlElement {
	return new TextPlaces(doc).block(id)!.element;
}
const lettersOf = (doc: Y.Doc, id: string) => elementOf(doc, id).get(0) as Y.XmlText;

/** Hangs something on words of one paragraph. */
function hung(doc: Y.Doc, words: string, paragraphId = 'p1'): TextAnchor {
	const places = new TextPlaces(doc);
	const offset = places.block(paragraphId)!.words.indexOf(words);
	const wish = wishBetween(places, { paragraphId, offset }, { paragraphId, offset: offset + words.length });
	return anchorOf(places, wish!)!;
}

/** The words on which something hangs now. */
function meant(doc: Y.Doc, anchor: TextAnchor): string[] {
	const places = new TextPlaces(doc);
	return new AnchorFinder(doc)
		.rangesOf(anchor)
		.map(({ paragraphId, from, to }) => places.block(paragraphId)!.words.slice(from, to));
}

/** Enter in an editor: what stands behind the caret is written anew into another paragraph. */
function divide(doc: Y.Doc, id: string, at: number, newId: string) {
	const text = lettersOf(doc, id);
	const moved = new TextPlaces(doc).block(id)!.words.slice(at);
	const made = new Y.XmlElement<Record<string, string>>('paragraph');
	made.setAttribute('id', newId);
	made.insert(0, [new Y.XmlText(moved)]);
	doc.transact(() => {
		text.delete(at, text.length - at);
		doc.getXmlFragment(bodyRoot).insertAfter(elementOf(doc, id), [made as unknown as Y.XmlElement]);
	});
}

/** Backspace at the beginning of a paragraph: its words are written anew behind those of the one before it. */
function join(doc: Y.Doc, first: string, second: string) {
	const moved = new TextPlaces(doc).block(second)!.words;
	const body = doc.getXmlFragment(bodyRoot);
	doc.transact(() => {
		lettersOf(doc, first).insert(lettersOf(doc, first).length, moved);
		body.delete(body.toArray().indexOf(elementOf(doc, second)), 1);
	});
}

const sentence = 'Wir bauen sichere Radwege nach Schöningen.';

describe('what hangs on words', () => {
	test('goes along with what is typed before, inside and behind them, and takes in only what is typed inside', () => {
		const doc = textOf(sentence);
		const anchor = hung(doc, 'sichere Radwege');
		const text = lettersOf(doc, 'p1');
		text.insert(0, 'Und: ');
		text.insert('Und: Wir bauen sichere '.length, 'neue ');
		expect(meant(doc, anchor)).toEqual(['sichere neue Radwege']);
		text.insert('Und: Wir bauen '.length, 'bald ');
		text.insert('Und: Wir bauen bald sichere neue Radwege'.length, ' und Straßen');
		expect(meant(doc, anchor)).toEqual(['sichere neue Radwege']);
	});

	test('has no place once they are gone, and has it again when that is undone', () => {
		const doc = textOf(sentence);
		const anchor = hung(doc, 'sichere Radwege');
		const undo = new Y.UndoManager(doc.getXmlFragment(bodyRoot));
		lettersOf(doc, 'p1').delete('Wir bauen '.length, 'sichere Radwege'.length);
		expect(meant(doc, anchor)).toEqual([]);
		undo.undo();
		expect(meant(doc, anchor)).toEqual(['sichere Radwege']);
		undo.redo();
		expect(meant(doc, anchor)).toEqual([]);
	});

	test('does not jump to the same words elsewhere', () => {
		const doc = textOf('Radwege im Norden', 'Radwege im Süden');
		const anchor = hung(doc, 'Radwege', 'p2');
		lettersOf(doc, 'p2').delete(0, 'Radwege'.length);
		expect(meant(doc, anchor)).toEqual([]);
	});

	test('stays with them when their paragraph is divided before or in the middle of them, or joined with another', () => {
		const doc = textOf('Vorher.', sentence);
		const anchor = hung(doc, 'sichere Radwege', 'p2');
		divide(doc, 'p2', 'Wir '.length, 'n1');
		expect(meant(doc, anchor)).toEqual(['sichere Radwege']);
		divide(doc, 'n1', 'bauen sichere Rad'.length, 'n2');
		expect(meant(doc, anchor)).toEqual(['sichere Rad', 'wege']);
		join(doc, 'n1', 'n2');
		join(doc, 'p2', 'n1');
		join(doc, 'p1', 'p2');
		expect(meant(doc, anchor)).toEqual(['sichere Radwege']);
	});

	test('finds words again that were rewritten and then divided from what stood before them', () => {
		const doc = textOf('Im ganzen Landkreis bauen wir sichere Radwege in alle größeren Orte.');
		const anchor = hung(doc, 'sichere Radwege');
		lettersOf(doc, 'p1').insert('Im ganzen Landkreis bauen wir sichere'.length, ', breite');
		divide(doc, 'p1', 'Im ganzen '.length, 'n1');
		expect(meant(doc, anchor)).toEqual(['sichere, breite Radwege']);
	});

	test('may go over several paragraphs and the items of a list', () => {
		const doc = new Y.Doc();
		let next = 1;
		writeBody(doc, textOfBlocks(paragraph('Ziele:'), list('bulletList', ['Wege', 'Schulen'])), () => `p${next++}`);
		const places = new TextPlaces(doc);
		const wish = wishBetween(places, { paragraphId: 'p1', offset: 2 }, { paragraphId: 'p3', offset: 3 });
		const anchor = anchorOf(places, wish!)!;
		expect(anchor.quote).toBe('ele:\nWege\nSch');
		expect(meant(doc, anchor)).toEqual(['ele:', 'Wege', 'Sch']);
	});

	test('counts a line break as one character, as the editor does', () => {
		const doc = textOf('Eins');
		const paragraphElement = elementOf(doc, 'p1');
		paragraphElement.insert(1, [new Y.XmlElement('hardBreak'), new Y.XmlText('Zwei')]);
		const anchor = hung(doc, 's\nZwei');
		lettersOf(doc, 'p1').insert(0, 'x');
		expect(new AnchorFinder(doc).rangesOf(anchor)).toEqual([{ paragraphId: 'p1', from: 4, to: 10 }]);
	});
});

describe('what hangs on a paragraph', () => {
	const whole = (doc: Y.Doc, paragraphId: string) => anchorOf(new TextPlaces(doc), { paragraphId, between: null });

	test('means all of it, whatever it says later', () => {
		const doc = textOf('Eins', 'Zwei');
		const anchor = whole(doc, 'p2')!;
		lettersOf(doc, 'p2').insert(4, ' und drei');
		expect(meant(doc, anchor)).toEqual(['Zwei und drei']);
	});

	test('finds its words in the paragraph with which it was joined', () => {
		const doc = textOf('Eins', 'Alle Orte sind gut erreichbar.');
		const anchor = whole(doc, 'p2')!;
		join(doc, 'p1', 'p2');
		expect(meant(doc, anchor)).toEqual(['Alle Orte sind gut erreichbar.']);
	});

	test('is nothing where there is no such paragraph or no word', () => {
		expect(whole(textOf('Eins'), 'p9')).toBeNull();
		expect(whole(textOf('  '), 'p1')).toBeNull();
	});

	test('stands for words that were gone when the comment arrived', () => {
		const doc = textOf(sentence);
		const wish = hung(doc, 'sichere Radwege');
		lettersOf(doc, 'p1').delete('Wir bauen '.length, 'sichere Radwege '.length);
		const anchor = anchorOf(new TextPlaces(doc), wish);
		expect(anchor).toMatchObject({ between: null, quote: 'Wir bauen nach Schöningen.' });
	});
});

test('positions from anywhere lead nowhere', () => {
	const doc = textOf(sentence);
	for (const start of ['', '!', 'AAAA', btoa('x'.repeat(200))]) {
		const wish: AnchorWish = { paragraphId: 'p1', between: { start, end: start } };
		expect(anchorOf(new TextPlaces(doc), wish)?.between ?? null).toBeNull();
	}
});

describe('whatever is written around them', () => {
	/** Letters of which each stands only once, so that it is known where it came from. */
	const letters = String.fromCharCode(...Array.from({ length: 40 }, (_, at) => 0x4e00 + at));
	const edit = fc.record({
		here: fc.boolean(),
		paragraph: fc.nat(1),
		at: fc.nat(1_000),
		erase: fc.nat(4),
		words: fc.string({ unit: fc.constantFrom('x', 'y', ' '), maxLength: 4 }),
		bold: fc.boolean(),
		meet: fc.boolean()
	});

	test('the words that are left stay inside, and no others come in', () => {
		fc.assert(
			fc.property(fc.nat(38), fc.nat(38), fc.array(edit, { maxLength: 20 }), (one, other, edits) => {
				const [from, to] = [Math.min(one, other), Math.max(one, other) + 1];
				const here = textOf(letters.slice(0, 20), letters.slice(20));
				const there = new Y.Doc();
				const meet = () => {
					Y.applyUpdate(there, Y.encodeStateAsUpdate(here));
					Y.applyUpdate(here, Y.encodeStateAsUpdate(there));
				};
				meet();
				const point = (at: number, id = at < 20 ? 'p1' : 'p2') => ({
					paragraphId: id,
					offset: id === 'p1' ? at : at - 20
				});
				const places = new TextPlaces(here);
				const end = point(to - 1);
				const anchor = anchorOf(places, wishBetween(places, point(from), { ...end, offset: end.offset + 1 })!)!;
				const quote = letters.slice(from, to);
				for (const { here: mine, paragraph: which, at, erase, words, bold, meet: now } of edits) {
					const text = lettersOf(mine ? here : there, `p${which + 1}`);
					const place = at % (text.length + 1);
					text.delete(place, Math.min(erase, text.length - place));
					if (words !== '') text.insert(place, words);
					if (bold && text.length > 0) text.format(0, Math.min(5, text.length), { bold: {} });
					if (now) meet();
				}
				meet();
				for (const doc of [here, there]) {
					const all = new TextPlaces(doc).blocks.map(({ words }) => words).join('');
					const inside = meant(doc, anchor).join('');
					for (const letter of letters)
						expect(inside.includes(letter), letter).toBe(quote.includes(letter) && all.includes(letter));
				}
			}),
			{ numRuns: 300 }
		);
	});

	test('words that stay whole are found in all their parts, however paragraphs are divided and joined', () => {
		const deed = fc.record({ divide: fc.boolean(), pick: fc.nat(1_000), at: fc.nat(1_000) });
		fc.assert(
			fc.property(fc.nat(38), fc.integer({ min: 1, max: 12 }), fc.array(deed, { maxLength: 12 }), (from, n, deeds) => {
				const doc = textOf(letters);
				const quote = letters.slice(from, from + n);
				const anchor = hung(doc, quote);
				let next = 1;
				for (const { divide: apart, pick, at } of deeds) {
					const { blocks } = new TextPlaces(doc);
					const which = pick % blocks.length;
					const { id, words } = blocks[which]!;
					if (apart && words.length > 1) divide(doc, id!, 1 + (at % (words.length - 1)), `n${next++}`);
					else if (!apart && which > 0) join(doc, blocks[which - 1]!.id!, id!);
				}
				expect(meant(doc, anchor).join('')).toBe(quote);
			}),
			{ numRuns: 300 }
		);
	});
});
