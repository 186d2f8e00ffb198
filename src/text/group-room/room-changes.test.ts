import { describe, expect, test } from 'vitest';
import { docToPlain, type Doc, type DocNode } from '#domain/texts/doc.ts';
import { changesOfOriginal, changesToHandIn, signOf, type RoomMemory } from './room-changes.ts';
import { blocksOfSection, sectionsOf } from './section.ts';

const p = (id: string, text: string): DocNode => ({
	type: 'paragraph',
	attrs: { id },
	content: [{ type: 'text', text }]
});
const h = (id: string, text: string, level: number): DocNode => ({
	...p(id, text),
	type: 'heading',
	attrs: { id, level }
});
const doc = (...content: DocNode[]): Doc => ({ type: 'doc', content });

const care = 'Wir fördern die Pflege. Wir stärken das Ehrenamt.';
const base = [h('h', 'Soziales', 2), p('a', care), p('b', 'Wir bauen Radwege.')];
const saying = (old: string, young: string, blocks: readonly DocNode[] = base): DocNode[] =>
	JSON.parse(JSON.stringify(blocks).replace(old, young)) as DocNode[];
const room = (blocks: readonly DocNode[]): Doc => ({ type: 'doc', content: blocks });
const memory = (more: Partial<RoomMemory> = {}): RoomMemory => ({ base, handedIn: [], original: base, ...more });
const words = (changes: readonly { after: readonly DocNode[] }[]) =>
	changes.map(({ after }) => docToPlain(room(after)));

describe('a section', () => {
	const text = doc(
		h('1', 'Vision', 1),
		p('x', 'Eins'),
		h('2', 'Soziales', 2),
		p('y', 'Zwei'),
		h('3', 'Wege', 2),
		p('z', '')
	);
	test('reaches from its heading to the next one that is no lower', () => {
		expect(sectionsOf(text).map((each) => each.words)).toEqual(['Vision', 'Soziales', 'Wege']);
		expect(blocksOfSection(text, '2')).toEqual(text.content!.slice(2, 4));
		expect(blocksOfSection(text, '1')).toEqual(text.content);
		expect(blocksOfSection(text, null)).toEqual(text.content);
	});
	test('whose heading was deleted is gone', () => {
		expect(blocksOfSection(text, 'nowhere')).toBeNull();
	});
});

describe('what a group hands in', () => {
	test('is what it has changed, and nothing twice', () => {
		const now = saying('die Pflege', 'gute Pflege');
		const first = changesToHandIn(memory(), room(now));
		expect(words(first)).toEqual(['Wir fördern gute Pflege. Wir stärken das Ehrenamt.']);
		expect(changesToHandIn(memory({ handedIn: first }), room(now))).toEqual([]);
		const more = saying('Radwege', 'Radwege und Brücken', now);
		expect(words(changesToHandIn(memory({ handedIn: first }), room(more)))).toEqual(['Wir bauen Radwege und Brücken.']);
	});

	test('rests on what was accepted meanwhile', () => {
		const handedIn = changesToHandIn(memory(), room(saying('die Pflege', 'gute Pflege')));
		const original = saying('die Pflege', 'gute Pflege');
		const next = changesToHandIn(
			memory({ handedIn, original }),
			room(saying('gute Pflege', 'sehr gute Pflege', original))
		);
		expect(next).toEqual([
			{
				before: [p('a', care.replace('die Pflege', 'gute Pflege'))],
				after: [p('a', care.replace('die Pflege', 'sehr gute Pflege'))]
			}
		]);
		expect(changesOfOriginal(memory({ handedIn, original }), room(original))).toEqual([]);
	});

	test('leaves out what others have written into the live text in the same words', () => {
		const original = saying('die Pflege', 'gute Pflege');
		const now = saying('Radwege', 'Brücken', original);
		expect(words(changesToHandIn(memory({ original }), room(now)))).toEqual(['Wir bauen Brücken.']);
	});

	test('stays handed in when the room takes over what others changed beside it', () => {
		const handedIn = changesToHandIn(memory(), room(saying('die Pflege', 'gute Pflege')));
		const original = saying('das Ehrenamt', 'alle Ehrenämter');
		const after = memory({ base: original, handedIn, original });
		expect(changesToHandIn(after, room(saying('die Pflege', 'gute Pflege', original)))).toEqual([]);
	});

	test('can be handed in anew where the live text says something else by now', () => {
		const handedIn = changesToHandIn(memory(), room(saying('die Pflege', 'gute Pflege')));
		const original = saying('die Pflege', 'jede Pflege');
		const after = memory({ base: original, handedIn, original });
		expect(words(changesToHandIn(after, room(saying('die Pflege', 'gute Pflege'))))).toEqual([
			'Wir fördern gute Pflege. Wir stärken das Ehrenamt.'
		]);
	});

	test('is known by a sign, whatever the order in which a database keeps attributes', () => {
		const changes = changesToHandIn(memory(), room(saying('die Pflege', 'gute Pflege')));
		const kept = changes.map(({ before, after }) => ({
			after,
			before: before.map((node) => ({ ...node, type: node.type }))
		}));
		expect(signOf(kept)).toBe(signOf(changes));
		expect(signOf(changesToHandIn(memory(), room(saying('die Pflege', 'jede Pflege'))))).not.toBe(signOf(changes));
	});
});

test('of the live text a room is told what it does not say, and where its own words stand against it', () => {
	const original = saying('das Ehrenamt', 'alle Ehrenämter', saying('Radwege', 'Brücken'));
	const moved = changesOfOriginal(memory({ original }), room(saying('Radwege', 'Straßen')));
	expect(moved.map(({ standing }) => standing)).toEqual(['fits', 'disputed']);
});
