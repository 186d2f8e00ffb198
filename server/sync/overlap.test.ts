import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { overlap } from './overlap.ts';

/** What one client id writes, a word at a time. */
function written(client: number, words: readonly string[]): { bytes: Uint8Array }[] {
	const doc = new Y.Doc();
	doc.clientID = client;
	const updates: { bytes: Uint8Array }[] = [];
	doc.on('update', (bytes: Uint8Array) => updates.push({ bytes }));
	for (const word of words) doc.getText('body').insert(0, word);
	return updates;
}

const words = fc.array(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 });

test('the same clocks of the same client id collide, whatever the words are', () => {
	const [mine] = written(7, ['Radweg']);
	const [other] = written(7, ['Bus']);
	expect(overlap([mine!], [other!])).toBe(true);
	expect(overlap([mine!], written(8, ['Radweg']))).toBe(false);
	expect(overlap([], [mine!])).toBe(false);
});

test('two parts of what somebody wrote collide exactly when a change is in both', () => {
	fc.assert(
		fc.property(words, fc.nat(), fc.nat(), fc.nat(), (said, a, b, c) => {
			const updates = written(5, said);
			const [first, second, third] = [a, b, c].map((at) => at % (updates.length + 1)).sort((x, y) => x - y);
			const [before, between, after] = [
				updates.slice(0, first),
				updates.slice(first, second),
				updates.slice(second, third)
			];
			expect(overlap([...before, ...after], between)).toBe(false);
			expect(overlap(between, [...before, ...after])).toBe(false);
			expect(overlap(updates, between)).toBe(between.length > 0);
			const merged = between.length > 0 ? [{ bytes: Y.mergeUpdates(between.map(({ bytes }) => bytes)) }] : [];
			expect(overlap(merged, [...before, ...after])).toBe(false);
		})
	);
});

test('what is only deleted collides with nothing', () => {
	const doc = new Y.Doc();
	doc.getText('body').insert(0, 'Radweg');
	const before = { bytes: Y.encodeStateAsUpdate(doc) };
	const deletions: { bytes: Uint8Array }[] = [];
	doc.on('update', (bytes: Uint8Array) => deletions.push({ bytes }));
	doc.getText('body').delete(0, 3);
	expect(overlap([before], deletions)).toBe(false);
});
