import { expect, test } from 'vitest';
import { Pace } from './pace.ts';

test('a quiet program tells at once', () => {
	const pace = new Pace();
	expect(pace.gather('a', 40)).toBe(40);
	pace.note('a', 3);
	expect(pace.gather('a', 40)).toBe(40);
});

test('a busy program gathers longer, but nobody waits for more than a second', () => {
	const pace = new Pace();
	pace.note('a', 50);
	expect(pace.gather('a', 40)).toBe(200);
	pace.note('a', 5000);
	expect(pace.gather('a', 40)).toBe(1000);
	expect(pace.gather('another', 40)).toBe(40);
});

test('a session that nobody watches any longer begins anew', () => {
	const pace = new Pace();
	pace.note('a', 50);
	pace.forget('a');
	expect(pace.gather('a', 40)).toBe(40);
});
