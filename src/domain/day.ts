/** A calendar day as `YYYY-MM-DD`, without time and zone: sittings, key dates and due dates are days. */
export type Day = string;

const form = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether this is a day that the calendar has: `2024-02-29` is, `2023-02-29` and `13.08.2024` are not. */
export function isDay(text: string): text is Day {
	const [, year, month, day] = form.exec(text) ?? [];
	if (!year || !month || !day) return false;
	const length = daysInMonth(Number(year), Number(month));
	return Number(day) >= 1 && Number(day) <= length;
}

/** How many days a month has; 0 for a month that does not exist. Months count from 1. */
export function daysInMonth(year: number, month: number): number {
	if (month === 2) return isLeapYear(year) ? 29 : 28;
	if (month < 1 || month > 12) return 0;
	return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The first day of a month. Months count from 1 and may run over: month 13 is January of the next year. */
export function firstOfMonth(year: number, month: number): Day {
	const [y, m] = carry(year, month);
	return write(y, m, 1);
}

/** The last day of a month, with the same counting. */
export function lastOfMonth(year: number, month: number): Day {
	const [y, m] = carry(year, month);
	return write(y, m, daysInMonth(y, m));
}

/** The day after this one. */
export function dayAfter(day: Day): Day {
	const [year, month, date] = parts(day);
	return date < daysInMonth(year, month) ? write(year, month, date + 1) : firstOfMonth(year, month + 1);
}

/** The year of a day. */
export const yearOf = (day: Day): number => parts(day)[0];

/** The month of a day, counted from 1. */
export const monthOf = (day: Day): number => parts(day)[1];

function parts(day: Day): [number, number, number] {
	return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

function carry(year: number, month: number): [number, number] {
	const months = year * 12 + (month - 1);
	return [Math.floor(months / 12), (months % 12) + 1];
}

function write(year: number, month: number, day: number): Day {
	return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function isLeapYear(year: number): boolean {
	return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
