import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareNumbers, nextNumber } from './numbering.ts';

test('numbers go on behind the highest one, also when the goal in between was dropped', () => {
	expect(nextNumber({ numbering: 'in-level' }, null, [])).toBe('1');
	expect(nextNumber({ numbering: 'in-level' }, '4', ['1', '2', '7', 'W9', '3.1'])).toBe('8');
});

test('below a parent the count is its own', () => {
	expect(nextNumber({ numbering: 'below-parent' }, '2', ['1.1', '1.2', '2.1', '21.7', '2.1.5'])).toBe('2.2');
	expect(nextNumber({ numbering: 'below-parent' }, null, ['1', '2'])).toBe('3');
});

test('no number is ever given twice', () => {
	fc.assert(
		fc.property(
			fc.array(fc.constantFrom(null, '1', '2', '12')),
			fc.constantFrom('in-level', 'below-parent'),
			(parents, numbering) => {
				const given: string[] = [];
				for (const parent of parents) given.push(nextNumber({ numbering }, parent, given));
				expect(new Set(given).size).toBe(given.length);
			}
		)
	);
});

test('people read 2 before 10', () => {
	expect(['10', '2.10', '2', '2.9'].sort(compareNumbers)).toEqual(['2', '2.9', '2.10', '10']);
});
