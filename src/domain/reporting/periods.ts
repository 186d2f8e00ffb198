import { dayAfter, firstOfMonth, lastOfMonth, monthOf, yearOf, type Day } from '../day.ts';
import { ok, refuse, type Result } from '../result.ts';

/** How often offices report, with the months of one period: Tertial (Mitte), quarter, half-year, year. */
export const cadences = { tertial: 4, quarter: 3, 'half-year': 6, year: 12 } as const;
export type Cadence = keyof typeof cadences;

/** A period of a reporting scheme. */
export interface Period {
	/** Unique across years: `2022-I`, for a whole year `2022`. */
	readonly key: string;
	readonly from: Day;
	readonly to: Day;
	/** The day whose state is reported (Berichtsstichtag): the last one. */
	readonly keyDate: Day;
	/** The day by which sheets are due. */
	readonly dueBy: Day;
	/** The last period of a year states a result ("erreicht?"), the others a forecast ("wird erreicht?"). */
	readonly asks: 'forecast' | 'result';
}

const numerals = ['I', 'II', 'III', 'IV'] as const;

/**
 * The periods of one year. Sheets are due on the last day of the month that follows the key date (Bezirksamt Mitte von
 * Berlin, Vorlage 36/VI: within the following month), so 30.04.2022 is due on 31.05.2022.
 */
export function periodsOfYear(cadence: Cadence, year: number): Period[] {
	const months = cadences[cadence];
	return Array.from({ length: 12 / months }, (_, index) => {
		const lastMonth = (index + 1) * months;
		const to = lastOfMonth(year, lastMonth);
		return {
			key: cadence === 'year' ? `${year}` : `${year}-${numerals[index]}`,
			from: firstOfMonth(year, index * months + 1),
			to,
			keyDate: to,
			dueBy: dueDate(to),
			asks: lastMonth === 12 ? 'result' : 'forecast'
		};
	});
}

/** The day by which a report on this key date is due: the last one of the following month. */
export function dueDate(keyDate: Day): Day {
	return lastOfMonth(yearOf(keyDate), monthOf(keyDate) + 1);
}

/**
 * The periods from the first one on, to the end of a year. Nothing before the first is expected: Mitte reported for the
 * first time on the first Tertial of 2022. An unknown first period is `period.unknown`.
 */
export function periodsFrom(cadence: Cadence, firstKey: string, lastYear: number): Result<Period[]> {
	const firstYear = Number(/^\d{4}/.exec(firstKey)?.[0]);
	const first = periodsOfYear(cadence, firstYear).findIndex(({ key }) => key === firstKey);
	if (first < 0) return refuse({ code: 'period.unknown', key: firstKey });
	const years = Array.from({ length: Math.max(0, lastYear - firstYear + 1) }, (_, index) => firstYear + index);
	return ok(years.flatMap((year) => periodsOfYear(cadence, year)).slice(first));
}

/** Whether periods follow each other without gap and overlap; the first that does not is named. */
export function checkContiguous(periods: readonly Pick<Period, 'key' | 'from' | 'to'>[]): Result<void> {
	for (const [index, { key, from, to }] of periods.entries()) {
		const before = periods[index - 1];
		if (from > to || (before && from !== dayAfter(before.to))) return refuse({ code: 'period.gap', key });
	}
	return ok();
}

/** Where a period stands on a day, as long as nobody has closed it: open from its key date, overdue after its due date. */
export function periodOn(
	{ keyDate, dueBy }: Pick<Period, 'keyDate' | 'dueBy'>,
	today: Day
): 'upcoming' | 'open' | 'due' {
	if (today < keyDate) return 'upcoming';
	return today <= dueBy ? 'open' : 'due';
}
