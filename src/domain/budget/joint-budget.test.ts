import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brokenTies, changeSince, checkAgreed, isAgreed } from './allocation.ts';
import { fitOf } from './fit.ts';
import { checkBudget, potOf, type JointBudget } from './joint-budget.ts';
import { checkMeasure, costOf, keepAnswers, type Measure } from './measure.ts';
import { euros, measureWords } from './measure-words.ts';
import { sumOf } from './money.ts';
import { chosenIn, compareScenarios } from './scenario.ts';

const euro = (amount: number) => ({ '2026': amount * 100 });
const pot: JointBudget = {
	years: [2026],
	contributions: [
		{ departmentId: 'FB5', amounts: euro(450_000) },
		{ departmentId: 'FB6', amounts: euro(120_000) },
		{ departmentId: 'FB7', amounts: euro(80_000) }
	]
};
const measure = (id: string, cost: number, more: Partial<Measure> = {}): Measure => ({
	id,
	shares: [{ departmentId: 'FB5', amounts: euro(cost), answer: 'open' }],
	unassigned: {},
	mandate: '',
	requires: [],
	...more
});

describe('a joint budget', () => {
	test('adds up what the departments put in (V07)', () => {
		expect(sumOf(potOf(pot))).toBe(650_000_00);
	});

	test('is none with one department only (I22)', () => {
		const alone = { ...pot, contributions: pot.contributions.slice(0, 1) };
		expect(checkBudget(alone)).toMatchObject({ problem: { code: 'budget.too-few-departments' } });
		const twice = { ...pot, contributions: [pot.contributions[0]!, pot.contributions[0]!] };
		expect(checkBudget(twice)).toMatchObject({ problem: { code: 'budget.department-twice' } });
		const empty = { ...pot, contributions: [...pot.contributions.slice(0, 1), { departmentId: 'FB9', amounts: {} }] };
		expect(checkBudget(empty)).toMatchObject({ problem: { code: 'budget.contribution-missing' } });
	});

	test.each([[[]], [[2026, 2028]], [[2026, 2027, 2028, 2029, 2030, 2031]], [[1]]])('refuses the years %j', (years) => {
		expect(checkBudget({ ...pot, years })).toMatchObject({ problem: { code: 'budget.years-invalid' } });
	});

	test.each([-1, 0.5, Number.NaN, Infinity, 1e15])('refuses %d as an amount', (amount) => {
		const contributions = [{ departmentId: 'FB5', amounts: { '2026': amount } }, pot.contributions[1]!];
		expect(checkBudget({ ...pot, contributions })).toMatchObject({ problem: { code: 'budget.amount-invalid' } });
	});
});

describe('a measure', () => {
	test('costs what its shares and what nobody carries yet add up to', () => {
		expect(costOf(measure('M', 100, { unassigned: { '2026': 50_00, '2027': 10_00 } }))).toEqual({
			'2026': 150_00,
			'2027': 10_00
		});
	});

	test('never needs itself, not even through others', () => {
		const others = [measure('B', 1, { requires: ['C'] }), measure('C', 1, { requires: ['A'] })];
		const chain = checkMeasure(pot, measure('A', 1, { requires: ['B'] }), others);
		expect(chain).toMatchObject({ problem: { code: 'measure.requires-itself' } });
		expect(checkMeasure(pot, measure('A', 1, { requires: ['A'] }), [])).toMatchObject({ ok: false });
		expect(checkMeasure(pot, measure('D', 1, { requires: ['B'] }), others)).toMatchObject({ ok: true });
	});

	test('has no share of a department that puts nothing in', () => {
		const share = { departmentId: 'FB9', amounts: euro(1), answer: 'open' as const };
		expect(checkMeasure(pot, measure('A', 1, { shares: [share] }), [])).toMatchObject({
			problem: { code: 'thing.not-found', kind: 'department' }
		});
	});

	test('keeps the answer of a department only for the amount it was given for', () => {
		const before = [
			{ departmentId: 'FB5', amounts: euro(100), answer: 'confirmed' as const },
			{ departmentId: 'FB6', amounts: euro(100), answer: 'refused' as const }
		];
		const after = [
			{ departmentId: 'FB5', amounts: euro(120), answer: 'confirmed' as const },
			{ departmentId: 'FB6', amounts: euro(100), answer: 'open' as const },
			{ departmentId: 'FB7', amounts: euro(10), answer: 'confirmed' as const }
		];
		expect(keepAnswers(before, after).map(({ answer }) => answer)).toEqual(['open', 'refused', 'open']);
	});

	test('is called by its title and its costs in a vote', () => {
		expect(measureWords({ title: 'Mobilitätsstation Nord', ...measure('A', 95_000) }, 'de')).toBe(
			'Mobilitätsstation Nord (95.000\u00A0€)'
		);
		expect(measureWords({ title: 'Idee', ...measure('A', 0) }, 'de')).toBe('Idee');
		expect([euros(1250_50, 'de'), euros(1250_50, 'en')]).toEqual(['1.250,50\u00A0€', '€1,250.50']);
	});
});

describe('how a choice fits', () => {
	const measures = [
		measure('M3', 300_000, { shares: [{ departmentId: 'FB5', amounts: euro(300_000), answer: 'confirmed' }] }),
		measure('M7', 390_000, {
			requires: ['M3'],
			shares: [{ departmentId: 'FB6', amounts: euro(390_000), answer: 'refused' }]
		})
	];

	test('says by how much it is too much, and what of it is only assumed', () => {
		const fit = fitOf(pot, measures, new Set(['M3', 'M7']));
		expect(fit).toMatchObject({
			fits: false,
			total: { pot: 650_000_00, confirmed: 300_000_00, assumed: 390_000_00, over: 40_000_00 }
		});
		expect(fit.departments.find(({ departmentId }) => departmentId === 'FB6')).toMatchObject({ over: 270_000_00 });
	});

	test('names what is chosen without something it needs', () => {
		expect(fitOf(pot, measures, new Set(['M7'])).missing).toEqual([{ measureId: 'M7', requires: 'M3' }]);
	});

	test('counts each cent once, in years and in all', () => {
		const amounts = fc.record({ '2026': fc.nat(1e9), '2027': fc.nat(1e9) });
		const answers = fc.constantFrom('open' as const, 'confirmed' as const, 'refused' as const);
		const any = fc.array(
			fc.record({ amounts, answer: answers, unassigned: amounts, departmentId: fc.constantFrom('FB5', 'FB6') }),
			{ maxLength: 8 }
		);
		const twoYears = { ...pot, years: [2026, 2027] };
		fc.assert(
			fc.property(any, (list) => {
				const all = list.map(({ unassigned, ...share }, at) => measure(`M${at}`, 0, { shares: [share], unassigned }));
				const fit = fitOf(twoYears, all, new Set(all.map(({ id }) => id)));
				const whole = all.reduce((sum, one) => sum + sumOf(costOf(one)), 0);
				const inYears = fit.years.reduce((sum, { confirmed, assumed }) => sum + confirmed + assumed, 0);
				const sure = fit.departments.reduce((sum, { confirmed }) => sum + confirmed, 0);
				expect([fit.total.confirmed + fit.total.assumed, inYears, sure]).toEqual([whole, whole, fit.total.confirmed]);
			})
		);
	});
});

describe('scenarios side by side', () => {
	const measures = [measure('A', 1), measure('B', 1), measure('C', 1, { mandate: '§ 8 NGG' })];

	test('show the common core, what is contested, and what nobody wants', () => {
		expect([
			...compareScenarios(measures, [
				['A', 'C'],
				['B', 'C']
			])
		]).toEqual([
			['A', 'contested'],
			['B', 'contested'],
			['C', 'core']
		]);
		expect([...compareScenarios(measures, []).values()]).toEqual(['nowhere', 'nowhere', 'nowhere']);
	});

	test('always hold what a law demands, and nothing unknown', () => {
		expect(chosenIn(measures, ['B', 'gone'])).toEqual(['B', 'C']);
	});
});

describe('allocated money', () => {
	const all = ['FB5', 'FB6', 'FB7'];
	const given = (measureId: string, amount: number, approvedBy = all) => ({
		measureId,
		amounts: euro(amount),
		approvedBy
	});

	test('is agreed only when every contributing department has approved it (I22)', () => {
		expect(isAgreed(pot, given('A', 1))).toBe(true);
		expect(isAgreed(pot, given('A', 1, ['FB5', 'FB6']))).toBe(false);
	});

	test('is never agreed beyond the pot (I22)', () => {
		const within = [given('A', 400_000), given('B', 250_000)];
		expect(checkAgreed(pot, within)).toMatchObject({ ok: true });
		const beyond = checkAgreed(pot, [...within, given('C', 1)]);
		expect(beyond).toMatchObject({ problem: { code: 'budget.over-pot', year: 2026, over: 100 } });
		expect(checkAgreed(pot, [...within, given('C', 1, ['FB5'])])).toMatchObject({ ok: true });
	});

	test('says by how much a measure has become dearer since', () => {
		expect([changeSince(euro(100), euro(125)), changeSince({}, euro(1))]).toEqual([25, null]);
	});

	test('between equals of the last vote asks for a reason', () => {
		const ranking = { M4: 1, M9: 1, M2: 3 };
		expect(brokenTies(ranking, ['M4'])).toEqual(['M9']);
		expect(brokenTies(ranking, ['M4', 'M9'])).toEqual([]);
		expect(brokenTies(ranking, ['M2'])).toEqual([]);
	});
});
