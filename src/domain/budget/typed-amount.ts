import { decimalFromTyped } from '../typed-number.ts';
import type { Cents } from './money.ts';

/** An amount of euros as somebody typed it (`450.000`, `1.250,50 €` in German), in cents; empty is 0, and null what is no amount of money. */
export function centsFromTyped(typed: string, locale: string): Cents | null {
	const words = typed.replace('€', '').trim();
	if (words === '') return 0;
	const decimal = decimalFromTyped(words, locale);
	const parts = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(decimal);
	return parts ? Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0')) : null;
}

/** The amount as it stands in a field: `1250,50` in German; empty for nothing. */
export function typedFromCents(amount: Cents, locale: string): string {
	if (amount === 0) return '';
	const minimumFractionDigits = amount % 100 === 0 ? 0 : 2;
	return new Intl.NumberFormat(locale, { minimumFractionDigits }).format(amount / 100);
}
