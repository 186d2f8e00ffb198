import { expect, test } from 'vitest';
import { takesSuggestions } from './last-day.ts';

test('suggestions are taken up to the last day, that one included', () => {
	expect(takesSuggestions('2026-12-12', '2026-12-12', false)).toMatchObject({ ok: true });
	expect(takesSuggestions('2026-12-12', '2026-12-13', false)).toEqual({
		ok: false,
		problem: { code: 'suggestion.round-over', until: '2026-12-12' }
	});
});

test('without a last day there is no end, and who writes the text goes on', () => {
	expect(takesSuggestions(null, '2026-12-13', false)).toMatchObject({ ok: true });
	expect(takesSuggestions('2026-12-12', '2026-12-13', true)).toMatchObject({ ok: true });
});
