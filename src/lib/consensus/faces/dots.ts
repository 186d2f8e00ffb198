import * as m from '#paraglide/messages.js';
import { whole, type Face } from '../face.ts';
import { allotmentAnswer, allotmentLines, unusedIn } from './allotment.ts';

export const dots: Face = {
	name: m.consensus_method_dots,
	purpose: m.consensus_method_dots_purpose,
	rules: (params) => [
		m.consensus_rule_dots({ dots: whole(params, 'dots') }),
		m.consensus_rule_max({ max: whole(params, 'maxPerOption') })
	],
	answer: (ballot, round) => allotmentAnswer(ballot, round, (count) => m.consensus_dots_on({ count })),
	lines: (round) => allotmentLines(round, (count) => m.consensus_dots_on({ count })),
	notes: (round) => (unusedIn(round) > 0 ? [m.consensus_unused({ count: unusedIn(round) })] : [])
};
