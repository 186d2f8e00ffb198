import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cadences, checkContiguous, dueDate, periodOn, periodsFrom, periodsOfYear, type Cadence } from './periods.ts';

const cadence = fc.constantFrom(...(Object.keys(cadences) as Cadence[]));

describe('report periods', () => {
	test('the Tertials of 2022 are those of the paper of Mitte', () => {
		expect(periodsOfYear('tertial', 2022)).toEqual([
			{
				key: '2022-I',
				from: '2022-01-01',
				to: '2022-04-30',
				keyDate: '2022-04-30',
				dueBy: '2022-05-31',
				asks: 'forecast'
			},
			{
				key: '2022-II',
				from: '2022-05-01',
				to: '2022-08-31',
				keyDate: '2022-08-31',
				dueBy: '2022-09-30',
				asks: 'forecast'
			},
			{
				key: '2022-III',
				from: '2022-09-01',
				to: '2022-12-31',
				keyDate: '2022-12-31',
				dueBy: '2023-01-31',
				asks: 'result'
			}
		]);
	});

	test('what is due after January is due at the end of February, leap year or not', () => {
		expect(dueDate('2024-01-31')).toBe('2024-02-29');
		expect(dueDate('2023-01-31')).toBe('2023-02-28');
	});

	test('the periods of any cadence follow each other without gap and overlap, through the turn of the year', () => {
		fc.assert(
			fc.property(
				cadence,
				fc.integer({ min: 1990, max: 2090 }),
				fc.integer({ min: 0, max: 12 }),
				(every, year, years) => {
					const [first] = periodsOfYear(every, year);
					const periods = periodsFrom(every, first!.key, year + years);
					expect(periods.ok && checkContiguous(periods.value).ok).toBe(true);
					expect(periods.ok && periods.value.at(-1)?.to).toBe(`${year + years}-12-31`);
				}
			)
		);
	});

	test('a gap is named, and so is an overlap', () => {
		const [first, second, third] = periodsOfYear('tertial', 2022);
		const problem = { ok: false, problem: { code: 'period.gap', key: '2022-III' } };
		expect(checkContiguous([first!, third!])).toEqual(problem);
		expect(checkContiguous([first!, second!, { ...third!, from: '2022-08-31' }])).toEqual(problem);
	});

	test('nothing is expected before the first period', () => {
		const periods = periodsFrom('tertial', '2022-II', 2023);
		expect(periods.ok && periods.value.map(({ key }) => key)).toEqual([
			'2022-II',
			'2022-III',
			'2023-I',
			'2023-II',
			'2023-III'
		]);
		for (const unknown of ['2022-IV', 'I', '']) expect(periodsFrom('tertial', unknown, 2023).ok, unknown).toBe(false);
	});

	test('a period opens on its key date and is overdue the day after its due date', () => {
		const [first] = periodsOfYear('tertial', 2022);
		expect(['2022-04-29', '2022-04-30', '2022-05-31', '2022-06-01'].map((day) => periodOn(first!, day))).toEqual([
			'upcoming',
			'open',
			'open',
			'due'
		]);
	});
});
