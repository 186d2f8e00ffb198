import type { Operator } from '#domain/goals/target.ts';
import type { IndicatorView } from '#protocol/goal-views.ts';
import { numberOf } from '#lib/goals/words.ts';
import * as m from '#paraglide/messages.js';

const sentences: Record<Exclude<Operator, 'between'>, (given: { value: string }) => string> = {
	'>=': m.goals_op_gte,
	'>': m.goals_op_gt,
	'<=': m.goals_op_lte,
	'<': m.goals_op_lt,
	'=': m.goals_op_eq
};

/** The operators as a form names them. */
export const operatorNames: Record<Operator, () => string> = {
	'>=': m.goals_opname_gte,
	'>': m.goals_opname_gt,
	'<=': m.goals_opname_lte,
	'<': m.goals_opname_lt,
	'=': m.goals_opname_eq,
	between: m.goals_opname_between
};

/** The directions in words. */
export const directionNames = {
	increase: m.goals_direction_increase,
	decrease: m.goals_direction_decrease,
	hold: m.goals_direction_hold
};

/** A target as a sentence: "über 90.000 Personen bis 2035"; empty for a figure without a target. */
export function targetInWords({ operator, target, target2, targetYear, unit }: IndicatorView): string {
	if (!operator || target === null) return '';
	const value = numberOf(target);
	const sentence =
		operator === 'between'
			? m.goals_op_between({ value, value2: numberOf(target2 ?? target) })
			: sentences[operator]({ value });
	return [sentence, unit, targetYear === null ? '' : m.goals_target_until({ year: targetYear })]
		.filter(Boolean)
		.join(' ');
}
