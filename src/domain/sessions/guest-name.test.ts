import { describe, expect, test } from 'vitest';
import { guestName } from './guest-name.ts';

const nameOf = (typed: string) => {
	const name = guestName(typed);
	return name.ok ? name.value : name.problem.code;
};

describe("a guest's name", () => {
	test('it is optional', () => {
		for (const empty of ['', '   ', '\u200b\u200f', '\u202e']) expect(nameOf(empty)).toBe(null);
	});

	test('emoji and right-to-left names come in as they are', () => {
		expect(nameOf(' 👩‍👩‍👧 Familie ')).toBe('👩‍👩‍👧 Familie');
		expect(nameOf('محمد')).toBe('محمد');
		expect(nameOf('Hauptverwaltungsbeamtinnen-Vertretung')).toBe('Hauptverwaltungsbeamtinnen-Vertretung');
	});

	test('a name cannot turn around what stands after it, nor grow over the lines above', () => {
		expect(nameOf('Gast\u202e7')).toBe('Gast7');
		expect(nameOf(`Z${'\u0336'.repeat(300)}`)).toBe(`Z${'\u0336'.repeat(4)}`);
	});

	test('sixty characters are enough, and an emoji is one', () => {
		expect(nameOf('🚲'.repeat(60))).toBe('🚲'.repeat(60));
		expect(nameOf('a'.repeat(61))).toBe('input.too-long');
		expect(nameOf('a'.repeat(5_000_000))).toBe('input.too-long');
	});
});
