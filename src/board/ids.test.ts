import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { isElementId, newElementId } from './ids.ts';

test('a new id is twelve letters that no two machines share', () => {
	const ids = Array.from({ length: 1_000 }, () => newElementId(randomBytes));
	for (const id of ids) expect(id).toMatch(/^[A-Za-z]{12}$/);
	expect(new Set(ids).size).toBe(1_000);
	expect(ids.every(isElementId)).toBe(true);
});

test.each(['__proto__', 'constructor', '', 'a b', 'x'.repeat(41), 5, null])('%s is no id', (value) => {
	expect(isElementId(value)).toBe(false);
});
