import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amendmentStates, changesText, type AmendmentState } from '#domain/texts/amendments.ts';
import { canonicalJson } from '#domain/texts/canonical-json.ts';
import { docToPlain, type Doc, type DocNode } from '#domain/texts/doc.ts';
import { accepted, standingOf } from '../rewordings/apply.ts';
import { numberLines } from '../numbered-lines.ts';
import { addressed, unaddressed } from './addressed.ts';
import { marked } from './marked.ts';
import { assemble, collisionsOf, decidedWords, inOrder, reachOf, type Motion } from './motion.ts';
import { blocksAtLines, carriedOver, lastLineOf, linesOf, linesTouched, smallest, withOldIds } from './passage.ts';

const p = (id: string, words: string): DocNode => ({
	type: 'paragraph',
	attrs: { id },
	content: [{ type: 'text', text: words }]
});
const item = (id: string, words: string): DocNode => ({ type: 'listItem', content: [p(id, words)] });
const doc = (...content: DocNode[]): Doc => ({ type: 'doc', content });

const care = 'Wir fördern die Pflege. Wir stärken das Ehrenamt. Wir bauen Radwege.';
const goals: DocNode = { type: 'bulletList', content: [item('x', 'Strategierat'), item('y', 'Ratgeber')] };
const version = doc(p('a', 'Vision'), p('b', care), goals, p('c', 'Ende'));
const said = (text: Doc) => docToPlain(text);

let last = 0;
/** A motion that puts other words in place of a paragraph. */
const motion = (before: DocNode, after: readonly DocNode[], more: Partial<Motion> = {}): Motion => ({
	number: ++last,
	position: null,
	state: 'handed-in',
	decided: null,
	before: [before],
	after,
	...more
});
const says = (old: string, young: string, more: Partial<Motion> = {}) =>
	motion(p('b', care), [p('b', care.replace(old, young))], more);

describe('the lines of a motion', () => {
	const long = p('l', 'Der Landkreis stellt sich den Aufgaben der kommenden Jahre. '.repeat(4).trim());
	const text = doc(p('a', 'Vision'), long, goals);

	test('are those in which it takes a letter away', () => {
		expect(lastLineOf(text)).toBe(7);
		expect([...numberLines(text).values()].map(({ first }) => first)).toEqual([1, 2, 6, 7]);
		const words = long.content![0]!.text!;
		const after = [p('l', `${words.slice(0, -6)}Monate.`)];
		expect(linesTouched(text, { before: [long], after })).toEqual({ first: 5, last: 5 });
		expect(linesTouched(text, { before: [long], after: [] })).toEqual({ first: 2, last: 5 });
	});

	test('are the line that something is added to', () => {
		const more = { before: [text.content![0]!], after: [text.content![0]!, p('n', 'Neu')] };
		expect(linesTouched(text, more)).toEqual({ first: 1, last: 1 });
	});

	test('lead to whole paragraphs and whole lists', () => {
		expect(blocksAtLines(text, { first: 3, last: 3 })).toEqual([long]);
		expect(blocksAtLines(text, { first: 5, last: 7 })).toEqual([long, goals]);
		expect(blocksAtLines(text, { first: 8, last: 9 })).toEqual([]);
	});

	test('of whole blocks are all of theirs', () => {
		expect(linesOf(text, [long, goals])).toEqual({ first: 2, last: 7 });
		expect(linesOf(text, [{ type: 'paragraph' }])).toBeNull();
	});

	test('of one item of a list are about this item only', () => {
		const other = { ...goals, content: [item('x', 'Strategierat'), item('y', 'Berater')] };
		expect(smallest([goals], [other])).toEqual({ before: [p('y', 'Ratgeber')], after: [p('y', 'Berater')] });
	});
});

test('a paragraph that was typed anew is still the same paragraph', () => {
	expect(withOldIds([p('a', 'Alt'), goals], [p('z', 'Neu'), goals])).toEqual([p('a', 'Neu'), goals]);
	const moved = [p('b', 'Zwei'), p('a', 'Eins')];
	expect(withOldIds([p('a', 'Eins'), p('b', 'Zwei')], moved)).toEqual(moved);
	const more = [p('z', 'Neu'), p('y', 'Dazu')];
	expect(withOldIds([p('a', 'Alt')], more)).toBe(more);
});

test('a suggestion for the live text goes on in a version where its passage stands, and nowhere else', () => {
	const young = p('y', 'Berater');
	expect(carriedOver(version, { before: [p('y', 'Ratgeber')], after: [young] })).toEqual({
		before: [goals],
		after: [{ ...goals, content: [item('x', 'Strategierat'), { type: 'listItem', content: [young] }] }]
	});
	expect(carriedOver(version, { before: [p('a', 'Vision')], after: [] })).toEqual({
		before: [p('a', 'Vision')],
		after: []
	});
	expect(carriedOver(version, { before: [p('z', 'Anderswo')], after: [] })).toBeNull();
});

describe('collisions', () => {
	const numbersOf = (...motions: Motion[]) => {
		const found = collisionsOf(version, motions);
		return motions.map(({ number }) => found.get(number)!.map((other) => motions.findIndex((m) => m.number === other)));
	};

	test('are between two wordings of one sentence, not between two sentences', () => {
		expect(
			numbersOf(says('fördern', 'sichern'), says('die Pflege', 'gute Pflege'), says('Radwege', 'Brücken'))
		).toEqual([[1], [0], []]);
	});

	test('are between taking a passage out and changing it', () => {
		expect(numbersOf(motion(p('b', care), []), says('Radwege', 'Brücken'), motion(goals, []))).toEqual([[1], [0], []]);
	});

	test('are none with what is out of the way', () => {
		for (const state of ['withdrawn', 'rejected', 'settled'] as const)
			expect(numbersOf(says('fördern', 'sichern', { state }), says('fördern', 'stützen'))).toEqual([[], []]);
	});

	test('are none between two that say the same', () => {
		expect(numbersOf(says('fördern', 'sichern'), says('fördern', 'sichern'))).toEqual([[], []]);
	});
});

describe('the resolved text', () => {
	test('is the version with what was accepted, and nothing else', () => {
		const all = [
			says('die Pflege', 'gute Pflege', { state: 'accepted' }),
			says('Ehrenamt', 'Vereinsleben', { state: 'rejected' }),
			says('Radwege', 'Brücken', {
				state: 'accepted-modified',
				decided: [p('b', care.replace('Radwege', 'Radwege und Brücken'))]
			})
		];
		expect(said(assemble(version, all).doc)).toBe(
			`Vision\n${care.replace('die Pflege', 'gute Pflege').replace('Radwege', 'Radwege und Brücken')}\nStrategierat\nRatgeber\nEnde`
		);
	});

	test('names what does not fit any more, in the order of votes', () => {
		const all = [
			says('fördern', 'sichern', { state: 'accepted', position: 2 }),
			says('fördern', 'stützen', { state: 'accepted', position: 1 })
		];
		const { doc: text, unfit } = assemble(version, all);
		expect(unfit).toEqual([all[0]!.number]);
		expect(said(text)).toContain('stützen');
	});

	test('without anything accepted is the version itself', () => {
		expect(canonicalJson(assemble(version, [says('fördern', 'sichern')]).doc)).toBe(canonicalJson(version));
	});

	test('does not depend on the order of decisions: it is what the order of votes makes of what was accepted', () => {
		const words = ['fördern', 'die Pflege', 'stärken', 'Ehrenamt', 'bauen', 'Radwege'];
		const any = fc.record({
			at: fc.nat(words.length - 1),
			to: fc.constantFrom('sichern', 'Brücken', 'gute Pflege', ''),
			state: fc.constantFrom<AmendmentState>(...amendmentStates),
			position: fc.option(fc.nat(9))
		});
		fc.assert(
			fc.property(fc.array(any, { maxLength: 8 }), fc.infiniteStream(fc.nat(99)), (list, chance) => {
				const all = list.map(({ at, to, state, position }, index) =>
					says(words[at]!, to, { number: index + 1, state, position })
				);
				let decided = all.map((each): Motion => ({ ...each, state: 'handed-in' }));
				const todo = [...all];
				while (todo.length > 0) {
					const [next] = todo.splice(chance.next().value! % todo.length, 1);
					decided = decided.map((each) => (each.number === next!.number ? next! : each));
					if (chance.next().value! % 2 === 0) decided.reverse();
				}
				let expected = version;
				for (const each of inOrder(all).filter(({ state }) => changesText(state))) {
					const standing = standingOf(expected, decidedWords(each));
					if (standing.kind === 'fits') expected = accepted(expected, standing);
				}
				expect(canonicalJson(assemble(version, decided).doc)).toBe(canonicalJson(expected));
			}),
			{ numRuns: 300 }
		);
	});
});

test('a motion reaches as far as the share of words that it changes', () => {
	expect(reachOf({ before: [p('b', 'Wir bauen Radwege')], after: [] })).toEqual({ share: 1, length: 3 });
	expect(reachOf({ before: [p('b', 'Wir bauen Radwege')], after: [p('b', 'Wir bauen Radwege gern')] })).toEqual({
		share: 0.25,
		length: 3
	});
});

describe('a version without ids', () => {
	const bare = doc(
		{ type: 'paragraph', content: [{ type: 'text', text: 'Eins' }] },
		{ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Zwei' }] }
	);

	test('gets the same ones for everybody, and is the same again without them', () => {
		expect(addressed(bare)).toEqual(addressed(bare));
		expect(addressed(bare).content!.map(({ attrs }) => attrs?.id)).toEqual(['at-1', 'at-2']);
		expect(canonicalJson(unaddressed(addressed(bare)))).toBe(canonicalJson(bare));
		expect(unaddressed(addressed(version))).toEqual(version);
	});
});

describe('marks', () => {
	test('show new words and what went, and change no line', () => {
		const after = doc(p('a', 'Vision'), p('b', care.replace('die Pflege', 'gute Pflege')), goals);
		const text = marked(version, after);
		expect(text.content![1]!.content).toEqual([
			{ type: 'text', text: 'Wir fördern ' },
			{ type: 'removed', text: 'die' },
			{ type: 'text', text: 'gute', marks: [{ type: 'inserted' }] },
			{ type: 'text', text: ' Pflege. Wir stärken das Ehrenamt. Wir bauen Radwege.' }
		]);
		expect(JSON.stringify(text.content![2])).toContain('"text":"\\nEnde"');
		const firsts = (one: Doc) => [...numberLines(one).values()];
		expect(firsts(text)).toEqual(firsts(after));
	});

	test('of what stood above everything stand above everything', () => {
		const text = marked(version, doc(...version.content!.slice(1)));
		expect(text.content![0]).toEqual({ type: 'paragraph', content: [{ type: 'removed', text: 'Vision' }] });
	});
});
