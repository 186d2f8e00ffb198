import { expect, test } from 'vitest';
import { proposedHours, spanOf } from './proposed-hours.ts';

test('the last day with a deed is proposed, from its first to its last', () => {
	const deeds = ['2026-11-27T09:00Z', '2026-11-28T11:20Z', '2026-11-28T08:05Z'].map((at) => new Date(at));
	expect(proposedHours(deeds, 'Europe/Berlin')).toEqual({ day: '2026-11-28', from: '09:05', until: '12:20' });
	expect(proposedHours([], 'Europe/Berlin')).toBeNull();
});

test('a sitting takes until the end of its last minute, also past midnight', () => {
	const told = (from: string, until: string) => {
		const span = spanOf({ day: '2026-11-28', from, until }, 'Europe/Berlin');
		return [span.from.toISOString(), span.until.toISOString()];
	};
	expect(told('18:00', '20:30')).toEqual(['2026-11-28T17:00:00.000Z', '2026-11-28T19:30:59.999Z']);
	expect(told('22:00', '00:15')).toEqual(['2026-11-28T21:00:00.000Z', '2026-11-28T23:15:59.999Z']);
});
