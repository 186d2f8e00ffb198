import * as m from '#paraglide/messages.js';
import { whole, type Face } from '../face.ts';
import { allotmentAnswer, allotmentLines, unusedIn } from './allotment.ts';

export const points: Face = {
	name: m.consensus_method_points,
	purpose: m.consensus_method_points_purpose,
	rules: (params) => [
		m.consensus_rule_points({ points: whole(params, 'points') }),
		m.consensus_rule_points_max({ max: whole(params, 'maxPerOption') })
	],
	answer: (ballot, round) => allotmentAnswer(ballot, round, (count) => m.consensus_points_on({ count })),
	lines: (round) => allotmentLines(round, (count) => m.consensus_points_on({ count })),
	notes: (round) => (unusedIn(round) > 0 ? [m.consensus_unused({ count: unusedIn(round) })] : [])
};
