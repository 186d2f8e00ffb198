import { describe, expect, test } from 'vitest';
import { dayAfter, isDay, lastOfMonth } from './day.ts';

describe('calendar days', () => {
	test('a day that the calendar does not have is no day', () => {
		expect(isDay('2024-02-29')).toBe(true);
		for (const wrong of [
			'2023-02-29',
			'2024-13-01',
			'2024-00-10',
			'2024-04-31',
			'2024-4-1',
			'13.08.2024',
			'',
			'1900-02-29'
		])
			expect(isDay(wrong), wrong).toBe(false);
	});

	test('the day after the last of a month is the first of the next', () => {
		expect(dayAfter('2024-02-28')).toBe('2024-02-29');
		expect(dayAfter('2022-12-31')).toBe('2023-01-01');
	});

	test('month 13 is January of the next year', () => {
		expect(lastOfMonth(2022, 13)).toBe('2023-01-31');
	});

	test('a whole century of days agrees with the calendar of the machine', () => {
		let day = '1999-12-31';
		for (let moment = Date.UTC(2000, 0, 1); moment < Date.UTC(2101, 0, 1); moment += 86_400_000) {
			day = dayAfter(day);
			expect(day).toBe(new Date(moment).toISOString().slice(0, 10));
		}
	});
});
