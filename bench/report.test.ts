import { expect, test } from 'vitest';
import { between, median, percentile } from './report.js';

test('a median is the middle one, whatever the order', () => {
	expect(median([9, 1, 5])).toBe(5);
	expect(median([])).toBeNaN();
});

test('a percentile is a number that was measured', () => {
	const hundred = Array.from({ length: 100 }, (_, at) => 100 - at);
	expect(percentile(hundred, 95)).toBe(95);
	expect(percentile(hundred, 100)).toBe(100);
	expect(percentile([7], 5)).toBe(7);
	expect(percentile([], 95)).toBeNaN();
});

test('only what stands between its marks is replaced', () => {
	const page = 'before\n<!-- a -->\nold\n<!-- /a -->\nafter <!-- b --><!-- /b -->';
	expect(between(page, 'a', 'new')).toBe('before\n<!-- a -->\n\nnew\n\n<!-- /a -->\nafter <!-- b --><!-- /b -->');
	expect(() => between(page, 'c', 'new')).toThrow('missing');
});
