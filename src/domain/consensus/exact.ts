/** A number as a fraction of whole numbers, in lowest terms with a positive denominator: sums and means lose nothing. */
export interface Fraction {
	readonly n: bigint;
	readonly d: bigint;
}

/** A whole number, or the quotient of two; the divisor is not 0. */
export function fraction(numerator: number | bigint, divisor: number | bigint = 1): Fraction {
	const sign = divisor < 0 ? -1n : 1n;
	const [n, d] = [sign * BigInt(numerator), sign * BigInt(divisor)];
	const by = greatestDivisor(n < 0n ? -n : n, d);
	return { n: n / by, d: d / by };
}

export const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const minus = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d - b.n * a.d, a.d * b.d);
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d);
/** The quotient; `b` is not 0. */
export const over = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n);
export const total = (all: readonly Fraction[]): Fraction => all.reduce(plus, fraction(0));

/** Below 0, 0 or above it, as `a` is less than, equal to or more than `b`; exact. */
export function compare(a: Fraction, b: Fraction): number {
	const difference = a.n * b.d - b.n * a.d;
	return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** With so many decimal places, rounded half up (away from 0): for people only, nothing is computed from it. */
export function decimal({ n, d }: Fraction, places: number): string {
	const scaled = 2n * (n < 0n ? -n : n) * 10n ** BigInt(places) + d;
	const digits = (scaled / (2n * d)).toString().padStart(places + 1, '0');
	const at = digits.length - places;
	const text = places === 0 ? digits : `${digits.slice(0, at)}.${digits.slice(at)}`;
	return n < 0n && /[1-9]/.test(text) ? `-${text}` : text;
}

function greatestDivisor(a: bigint, b: bigint): bigint {
	return b === 0n ? a : greatestDivisor(b, a % b);
}
