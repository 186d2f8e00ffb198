import { describe, expect, test } from 'vitest';
import { dayIn, daysAfter, daysBetween, momentIn, timeIn } from './house-time.ts';

const berlin = 'Europe/Berlin';

describe('the time of a house', () => {
	test('a day ends at midnight where the house is, not where the server is', () => {
		expect(dayIn(berlin, new Date('2026-12-12T22:59:59Z'))).toBe('2026-12-12');
		expect(dayIn(berlin, new Date('2026-12-12T23:00:00Z'))).toBe('2026-12-13');
		expect(dayIn(berlin, new Date('2026-07-12T22:00:00Z'))).toBe('2026-07-13');
		expect(timeIn(berlin, new Date('2026-12-12T23:05:00Z'))).toBe('00:05');
	});

	test('what the clock shows leads back to the moment, in winter and in summer', () => {
		expect(momentIn(berlin, '2026-12-12', '10:30')).toEqual(new Date('2026-12-12T09:30:00Z'));
		expect(momentIn(berlin, '2026-07-12', '10:30')).toEqual(new Date('2026-07-12T08:30:00Z'));
		expect(momentIn('UTC', '2026-07-12', '10:30')).toEqual(new Date('2026-07-12T10:30:00Z'));
	});

	test('the hour that is left out and the hour that comes twice have a moment, too', () => {
		expect(momentIn(berlin, '2026-03-29', '02:30')).toEqual(new Date('2026-03-29T01:30:00Z'));
		expect(momentIn(berlin, '2026-10-25', '02:30')).toEqual(new Date('2026-10-25T00:30:00Z'));
		expect(momentIn(berlin, '2026-10-25', '12:00')).toEqual(new Date('2026-10-25T11:00:00Z'));
	});

	test('days are counted across months and years', () => {
		expect(daysBetween('2026-11-28', '2026-12-08')).toBe(10);
		expect(daysBetween('2026-12-08', '2026-11-28')).toBe(-10);
		expect(daysAfter('2026-12-28', 10)).toBe('2027-01-07');
	});
});
