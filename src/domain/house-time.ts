import { type Day } from './day.ts';

const second = 1000;
const dayLength = 24 * 60 * 60 * second;

/** On which day a moment falls, where a house is; `zone` is a name such as `Europe/Berlin`. */
export const dayIn = (zone: string, at: Date): Day => wallClock(zone, at).slice(0, 10);

/** What the clocks of a house show at a moment, as `HH:MM`. */
export const timeIn = (zone: string, at: Date): string => wallClock(zone, at).slice(11, 16);

/**
 * The moment at which the clocks of a house show a day and a time. In the hour that summer time leaves out it is the one after it, in the hour
 * that comes twice the first of the two.
 */
export function momentIn(zone: string, day: Day, time: string): Date {
	const wanted = Date.parse(`${day}T${time}:00Z`);
	const offsetAt = (at: number) => Date.parse(`${wallClock(zone, new Date(at))}Z`) - at;
	const candidates = [wanted - dayLength, wanted + dayLength].map((around) => wanted - offsetAt(around));
	const [earlier, later] = [Math.min(...candidates), Math.max(...candidates)];
	return new Date(earlier + offsetAt(earlier) === wanted ? earlier : later);
}

/** How many days lie between two days; below zero when the other one comes first. */
export const daysBetween = (from: Day, until: Day): number =>
	Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayLength);

/** The day so many days after another one. */
export const daysAfter = (day: Day, count: number): Day =>
	new Date(Date.parse(`${day}T00:00:00Z`) + count * dayLength).toISOString().slice(0, 10);

/** Date and time as the clocks of a house show them, as `YYYY-MM-DDTHH:MM:SS`. */
function wallClock(zone: string, at: Date): string {
	const form = { dateStyle: 'short', timeStyle: 'medium', timeZone: zone } as const;
	return new Intl.DateTimeFormat('sv-SE', form).format(at).replace(' ', 'T');
}
