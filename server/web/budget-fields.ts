import { centsFromTyped } from '#domain/budget/typed-amount.ts';
import { budgetLimits } from '#domain/budget/joint-budget.ts';

const text = (form: FormData, name: string) => String(form.get(name) ?? '').replace(/\r\n/g, '\n');

/** What is no amount of money becomes one that the rule refuses in words. */
const unreadable = -1;

/** The amounts of a row by year, from fields such as `u.2026`; in cents. */
function amountsIn(form: FormData, row: string, locale: string): Record<string, number> {
	const amounts: Record<string, number> = {};
	for (const [name, typed] of form) {
		const year = name.startsWith(`${row}.`) ? name.slice(row.length + 1) : '';
		if (!/^\d{4}$/.test(year)) continue;
		const cents = centsFromTyped(String(typed), locale) ?? unreadable;
		if (cents !== 0) amounts[year] = cents;
	}
	return amounts;
}

/** What departments put in, from fields such as `d.0.name`. Empty rows are none. */
export function contributionsIn(form: FormData, locale: string) {
	return Array.from({ length: budgetLimits.departments + 1 }, (_, row) => ({
		name: text(form, `d.${row}.name`),
		product: text(form, `d.${row}.product`),
		amounts: amountsIn(form, `d.${row}`, locale)
	})).filter(({ name }) => name.trim() !== '');
}

/** The years of a budget, from the first one and how many there are. */
export function yearsIn(form: FormData): number[] {
	const [first, count] = [Number(form.get('firstYear')), Number(form.get('yearCount') ?? 1)];
	return Number.isInteger(first) && count > 0 && count <= 20
		? Array.from({ length: count }, (_, at) => first + at)
		: [];
}

/** A measure as it stands in its form. */
export function measureIn(form: FormData, locale: string) {
	const departments = new Set([...form.keys()].flatMap((name) => /^s\.([0-9a-f-]{36})\.\d{4}$/.exec(name)?.[1] ?? []));
	const lines = ['title', 'hypothesis', 'mandate', 'owner', 'effort', 'product'];
	return {
		...Object.fromEntries(lines.map((name) => [name, text(form, name)])),
		requires: form.getAll('requires').map(String),
		strategyCardId: text(form, 'strategyCardId') || null,
		unassigned: amountsIn(form, 'u', locale),
		shares: [...departments].map((departmentId) => ({
			departmentId,
			amounts: amountsIn(form, `s.${departmentId}`, locale)
		}))
	};
}
