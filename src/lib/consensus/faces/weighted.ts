import * as m from '#paraglide/messages.js';
import { getLocale } from '#paraglide/runtime.js';
import { briefly } from '../brief.ts';
import { whole, type Face } from '../face.ts';
import { asRecord, decimals, inLocale, linesOf, numbers } from '../result.ts';
import { criteriaOf } from '../criteria.ts';

export const weighted: Face = {
	name: m.consensus_method_weighted,
	purpose: m.consensus_method_weighted_purpose,
	rules: (params) => [
		m.consensus_rule_weighted({ scale: whole(params, 'scaleMax') }),
		criteriaOf(params)
			.map(({ label, weight }) => m.consensus_rule_criterion({ label, weight }))
			.join(', ')
	],
	answer: (ballot, { params, options }) =>
		options.flatMap((option) => {
			const scores = asRecord(asRecord(ballot)[option.id]);
			const given = criteriaOf(params)
				.filter(({ id }) => Object.hasOwn(scores, id))
				.map(({ id, label }) => m.consensus_answer_score({ label, score: numbers(scores)(id) }));
			return given.length > 0 ? [m.consensus_answer_on({ label: briefly(option), value: given.join(', ') })] : [];
		}),
	lines: (round) => {
		const tally = asRecord(round.result?.tally);
		const utility = decimals(tally.utility);
		const scale = Math.max(1, whole(round.params, 'scaleMax'));
		return linesOf(round, (id) => {
			const [mean, spread] = [decimals(asRecord(tally.mean)[id]), asRecord(asRecord(tally.spread)[id])];
			return {
				value:
					utility(id) === null
						? m.consensus_not_judged()
						: m.consensus_utility({ value: inLocale(utility(id)!, getLocale()) }),
				facts: criteriaOf(round.params).flatMap(({ id: criterion, label }) => {
					const [least, best] = Array.isArray(spread[criterion]) ? (spread[criterion] as number[]) : [];
					const value = mean(criterion);
					return value === null || least === undefined || best === undefined
						? []
						: [m.consensus_criterion_mean({ label, mean: inLocale(value, getLocale()), least, best })];
				}),
				share: Number(utility(id) ?? 0) / scale,
				something: utility(id) !== null
			};
		});
	},
	asides: ({ options, params, result }) => {
		const turning = Array.isArray(result?.tally.turningPoints) ? (result.tally.turningPoints as unknown[]) : [];
		const labels = new Map(criteriaOf(params).map(({ id, label }) => [id, label]));
		return turning.map(asRecord).flatMap(({ criterion, weight, at, option }) => {
			const label = options.find(({ id }) => id === option)?.label;
			const name = labels.get(String(criterion));
			if (label === undefined || name === undefined) return [];
			const facts = { criterion: name, weight: Number(weight), at: inLocale(String(at), getLocale()), option: label };
			return [Number(at) > Number(weight) ? m.consensus_turns_above(facts) : m.consensus_turns_below(facts)];
		});
	}
};
