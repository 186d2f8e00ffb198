import * as m from '#paraglide/messages.js';
import { getLocale } from '#paraglide/runtime.js';
import { briefly } from '../brief.ts';
import type { Face } from '../face.ts';
import { decimals, inLocale, linesOf, numbers } from '../result.ts';

export const ranking: Face = {
	name: m.consensus_method_ranking,
	purpose: m.consensus_method_ranking_purpose,
	rules: () => [m.consensus_rule_ranking(), m.consensus_rule_ranking_rest()],
	answer: (ballot, { options }) => {
		const place = numbers(ballot);
		return options
			.filter(({ id }) => place(id) > 0)
			.sort((a, b) => place(a.id) - place(b.id))
			.map((option) => m.consensus_answer_place({ place: place(option.id), label: briefly(option) }));
	},
	lines: (round) => {
		const [place, firsts] = [decimals(round.result?.tally.place), numbers(round.result?.tally.firsts)];
		const places = Math.max(1, round.options.length - 1);
		return linesOf(round, (id) => ({
			value: place(id) === null ? '–' : m.consensus_mean_place({ place: inLocale(place(id)!, getLocale()) }),
			facts: [m.consensus_firsts({ count: firsts(id) })],
			share: place(id) === null ? 0 : 1 - (Number(place(id)) - 1) / places
		}));
	}
};
