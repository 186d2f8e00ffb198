import * as m from '#paraglide/messages.js';
import { getLocale } from '#paraglide/runtime.js';
import { pairsOf } from '#domain/consensus/methods/pairwise.ts';
import { briefly } from '../brief.ts';
import type { Face } from '../face.ts';
import { asRecord, decimals, inLocale, linesOf } from '../result.ts';

/** Whole wins without a decimal, half ones with it. */
const won = (score: string | null) => inLocale((score ?? '0').replace(/\.0$/, ''), getLocale());

export const pairwise: Face = {
	name: m.consensus_method_pairwise,
	purpose: m.consensus_method_pairwise_purpose,
	rules: () => [m.consensus_rule_pairwise()],
	answer: (ballot, { options }) => {
		const chosen = asRecord(ballot);
		const labels = new Map(options.map((option) => [option.id, briefly(option)]));
		return pairsOf([...labels.keys()]).flatMap(({ key, a, b }) => {
			const [one, other] = [labels.get(a) ?? '', labels.get(b) ?? ''];
			if (chosen[key] === '=') return [m.consensus_answer_equal({ one, other })];
			if (chosen[key] === a) return [m.consensus_answer_before({ better: one, other })];
			return chosen[key] === b ? [m.consensus_answer_before({ better: other, other: one })] : [];
		});
	},
	lines: (round) => {
		const score = decimals(round.result?.tally.score);
		const most = Math.max(1, round.options.length - 1);
		return linesOf(round, (id) => ({
			value: m.consensus_pairs_won({ count: won(score(id)), all: most }),
			facts: [],
			share: Number(score(id) ?? 0) / most
		}));
	},
	notes: ({ options, result, cast }) => {
		const winner = options.find(({ id }) => id === result?.tally.winner);
		if (cast === 0) return [];
		if (winner) return [m.consensus_pairs_winner({ label: winner.label })];
		return [result?.tally.circle === true ? m.consensus_pairs_circle() : m.consensus_pairs_no_winner()];
	}
};
