import { expect, test } from 'vitest';
import { proposedHours } from './proposed-hours.ts';

test('the last day with a deed is proposed, from its first to its last', () => {
	const deeds = ['2026-11-27T09:00Z', '2026-11-28T11:20Z', '2026-11-28T08:05Z'].map((at) => new Date(at));
	expect(proposedHours(deeds, 'Europe/Berlin')).toEqual({ day: '2026-11-28', from: '09:05', until: '12:20' });
	expect(proposedHours([], 'Europe/Berlin')).toBeNull();
});
