import { ok, refuse, type Result } from '../result.ts';

/** An exact decimal number: `units` of ten to the power of minus `scale`. Money and values never become floats. */
export interface Decimal {
	readonly units: bigint;
	readonly scale: number;
}

/** The number that a stored text such as `90000` or `-21.9` writes, with a point; otherwise `goal.not-a-number`. */
export function readDecimal(text: string): Result<Decimal> {
	const [, sign, whole, fraction = ''] = /^([+-]?)(\d{1,30})(?:\.(\d{1,30}))?$/.exec(text.trim()) ?? [];
	if (whole === undefined) return refuse({ code: 'goal.not-a-number', value: text.slice(0, 40) });
	const units = BigInt(whole + fraction);
	return ok({ units: sign === '-' ? -units : units, scale: fraction.length });
}

/** Below zero, zero or above, as the first number is smaller, equal or larger. */
export function compareDecimals(a: Decimal, b: Decimal): number {
	const { units } = subtract(a, b);
	return units < 0n ? -1 : units > 0n ? 1 : 0;
}

/** The exact difference `a − b`. */
export function subtract(a: Decimal, b: Decimal): Decimal {
	const scale = Math.max(a.scale, b.scale);
	return { units: toScale(a, scale) - toScale(b, scale), scale };
}

/** The number as text with a point, as it is stored: `-1.1`. The screens write the comma. */
export function writeDecimal({ units, scale }: Decimal): string {
	const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
	const whole = digits.slice(0, digits.length - scale);
	const fraction = scale > 0 ? `.${digits.slice(-scale)}` : '';
	return `${units < 0n ? '-' : ''}${whole}${fraction}`;
}

const toScale = ({ units, scale }: Decimal, wanted: number): bigint => units * 10n ** BigInt(wanted - scale);
