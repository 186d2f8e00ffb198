import { costOf, type Measure } from './measure.ts';
import { sumOf, type Cents } from './money.ts';

/** A measure as people vote on it: its title, and what it costs in all. */
export function measureWords(
	{ title, ...measure }: Pick<Measure, 'shares' | 'unassigned'> & { title: string },
	locale: string
): string {
	const cost = sumOf(costOf(measure));
	return cost === 0 ? title : `${title} (${euros(cost, locale)})`;
}

/** An amount as it is written in a budget: `95.000 €` in German, `€95,000` in English; with cents only where there are some. */
export function euros(amount: Cents, locale: string): string {
	const minimumFractionDigits = amount % 100 === 0 ? 0 : 2;
	return new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', minimumFractionDigits }).format(
		amount / 100
	);
}
