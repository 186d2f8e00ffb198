import { ok, refuse, type Result } from '../result.ts';
import { compareDecimals, readDecimal, subtract, writeDecimal } from './decimal.ts';

/** How a value must stand to its target. */
export const operators = ['>=', '>', '<=', '<', '=', 'between'] as const;
export type Operator = (typeof operators)[number];

/** Where a value should go. Holding is success: Landkreis Helmstedt wants to stay above 90,000 inhabitants, not to grow. */
export const directions = ['increase', 'decrease', 'hold'] as const;
export type Direction = (typeof directions)[number];

/** What an indicator should reach. Values are decimal texts with a point. */
export interface Target {
	readonly operator: Operator;
	readonly value: string;
	/** The upper end, for `between`; both ends count as reached. */
	readonly value2?: string | null;
}

/** How a value stands to its target. */
export interface Attainment {
	readonly reached: boolean;
	/** The value minus the target (for `between`: minus the nearer end, 0 inside), exact, as text. */
	readonly gap: string;
}

const reaches: Record<Exclude<Operator, 'between'>, (order: number) => boolean> = {
	'>=': (order) => order >= 0,
	'>': (order) => order > 0,
	'<=': (order) => order <= 0,
	'<': (order) => order < 0,
	'=': (order) => order === 0
};

/**
 * Whether a value reaches its target, by exact arithmetic: with `>` 90,000 the value 90,001 reaches it and 90,000 does not.
 * A text that is no number is `goal.not-a-number`, a range without its upper end `goal.target-incomplete`.
 */
export function evaluateTarget({ operator, value, value2 }: Target, actual: string): Result<Attainment> {
	const is = readDecimal(actual);
	const target = readDecimal(value);
	if (!is.ok) return is;
	if (!target.ok) return target;
	const order = compareDecimals(is.value, target.value);
	const gap = writeDecimal(subtract(is.value, target.value));
	if (operator !== 'between') return ok({ reached: reaches[operator](order), gap });
	if (value2 === undefined || value2 === null) return refuse({ code: 'goal.target-incomplete' });
	const upper = readDecimal(value2);
	if (!upper.ok) return upper;
	if (order < 0) return ok({ reached: false, gap });
	const above = compareDecimals(is.value, upper.value) > 0;
	return ok({ reached: !above, gap: above ? writeDecimal(subtract(is.value, upper.value)) : '0' });
}
