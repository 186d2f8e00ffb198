import type { Day } from '#domain/day.ts';
import { dayIn, daysAfter, momentIn, timeIn } from '#domain/house-time.ts';
import type { Span } from './sitting.ts';

/** The day and the hours of a sitting, as the clocks of the house show them. */
export interface Hours {
	readonly day: Day;
	readonly from: string;
	readonly until: string;
}

/** When the last sitting was, as far as one can tell: from the first to the last deed of the last day on which there was one. */
export function proposedHours(deeds: readonly Date[], zone: string): Hours | null {
	const inOrder = deeds.toSorted((one, other) => one.getTime() - other.getTime());
	const last = inOrder.at(-1);
	const first = last && inOrder.find((at) => dayIn(zone, at) === dayIn(zone, last));
	return first ? { day: dayIn(zone, last), from: timeIn(zone, first), until: timeIn(zone, last) } : null;
}

/** The moments of a sitting; its last minute counts whole, and an end before the beginning is one of the next day. */
export function spanOf({ day, from, until }: Hours, zone: string): Span {
	const end = momentIn(zone, until < from ? daysAfter(day, 1) : day, until);
	return { from: momentIn(zone, day, from), until: new Date(end.getTime() + 59_999) };
}
