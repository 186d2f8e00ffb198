import * as m from '#paraglide/messages.js';
import { votes, type Vote } from '#domain/consensus/methods/majority.ts';
import { whole, type Face } from '../face.ts';
import { asRecord } from '../result.ts';

/** What a majority is, as sentences. */
export function majorityRules(params: Readonly<Record<string, unknown>>): string[] {
	const [num, den, members] = [whole(params, 'num'), whole(params, 'den'), whole(params, 'members')];
	const strict = params.strict === true;
	const simple = strict && 2 * num === den;
	const share = `${num}/${den}`;
	if (params.base === 'present')
		return [
			simple ? m.consensus_rule_half_present() : m.consensus_rule_share_present({ share }),
			m.consensus_rule_abstain_no()
		];
	if (params.base === 'members')
		return [
			simple ? m.consensus_rule_half_members({ members }) : m.consensus_rule_share_members({ share, members }),
			m.consensus_rule_abstain_no()
		];
	return [
		simple ? m.consensus_rule_more_yes() : m.consensus_rule_share_cast({ share }),
		m.consensus_rule_abstain_none(),
		...(simple ? [m.consensus_rule_tie_rejected()] : [])
	];
}

/** What somebody can say to a proposal. */
const voteWords = {
	yes: m.consensus_vote_yes,
	no: m.consensus_vote_no,
	abstain: m.consensus_vote_abstain
} as const satisfies Record<Vote, unknown>;

export const majority: Face = {
	name: m.consensus_method_majority,
	purpose: m.consensus_method_majority_purpose,
	rules: majorityRules,
	answer: (ballot) => {
		const { vote } = asRecord(ballot);
		const word = votes.find((one) => one === vote);
		return word ? [voteWords[word]()] : [];
	},
	lines: null
};
