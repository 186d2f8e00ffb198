import { describe, expect, test } from 'vitest';
import { cardLimit, cardText } from './card-text.ts';

describe('the text of a card', () => {
	test('it is kept as it was written, in normal form', () => {
		expect(cardText('Lernorte in\r\nDorfgemeinschaftshäusern 🏫 \n')).toEqual({
			ok: true,
			value: 'Lernorte in\nDorfgemeinschaftshäusern 🏫'
		});
	});

	test('a card without words is not sent', () => {
		expect(cardText(' \n\u200b')).toEqual({ ok: false, problem: { code: 'card.empty' } });
	});

	test('a card of five megabytes is refused, one of exactly the limit is not', () => {
		expect(cardText('a'.repeat(5_000_000))).toEqual({
			ok: false,
			problem: { code: 'card.too-long', limit: cardLimit }
		});
		expect(cardText('a'.repeat(cardLimit)).ok).toBe(true);
		expect(cardText('a'.repeat(cardLimit + 1)).ok).toBe(false);
	});
});
