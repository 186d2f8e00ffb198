import * as m from '#paraglide/messages.js';
import { getLocale } from '#paraglide/runtime.js';
import { briefly } from '../brief.ts';
import { whole, type Face } from '../face.ts';
import { asRecord, decimals, inLocale, linesOf, numbers } from '../result.ts';

/** Three steps are words; more are numbers. */
const threeSteps = [m.consensus_resistance_none, m.consensus_resistance_some, m.consensus_resistance_all];

/** A step of a scale that has words; undefined where it has numbers. */
export const resistanceWord = (value: number, params: Readonly<Record<string, unknown>>): string | undefined =>
	whole(params, 'scaleMax') === 2 ? threeSteps[value]?.() : undefined;

export const resistance: Face = {
	name: m.consensus_method_resistance,
	purpose: m.consensus_method_resistance_purpose,
	rules: (params) => [
		m.consensus_rule_resistance({ scale: whole(params, 'scaleMax') }),
		m.consensus_rule_resistance_least(),
		m.consensus_rule_passive()
	],
	answer: (ballot, { params, options }) =>
		options
			.filter(({ id }) => Object.hasOwn(asRecord(ballot), id))
			.map((option) => {
				const against = numbers(ballot)(option.id);
				const value = resistanceWord(against, params) ?? m.consensus_resistance_sum({ sum: against });
				return m.consensus_answer_on({ label: briefly(option), value });
			}),
	lines: (round) => {
		const tally = asRecord(round.result?.tally);
		const [acceptance, sum] = [decimals(tally.acceptance), numbers(tally.sum)];
		const [peak, full, beats] = [numbers(tally.max), numbers(tally.full), asRecord(tally.beatsPassive)];
		return linesOf(round, (id) => ({
			value:
				acceptance(id) === null ? '–' : m.consensus_acceptance({ percent: inLocale(acceptance(id)!, getLocale()) }),
			facts: [
				m.consensus_resistance_sum({ sum: sum(id) }),
				m.consensus_resistance_peak({ peak: peak(id) }),
				...(full(id) > 0 ? [m.consensus_resistance_full({ count: full(id) })] : []),
				...(beats[id] === false && round.cast > 0 ? [m.consensus_not_beats_passive()] : [])
			],
			share: acceptance(id) === null ? 0 : Number(acceptance(id)) / 100
		}));
	},
	notes: ({ result, cast }) => {
		const beats = Object.values(asRecord(result?.tally.beatsPassive));
		return cast > 0 && beats.length > 0 && beats.every((one) => one === false)
			? [m.consensus_nothing_beats_passive()]
			: [];
	}
};
