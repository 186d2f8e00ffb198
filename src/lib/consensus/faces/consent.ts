import * as m from '#paraglide/messages.js';
import type { Face } from '../face.ts';
import { asRecord } from '../result.ts';

export const consent: Face = {
	name: m.consensus_method_consent,
	purpose: m.consensus_method_consent_purpose,
	rules: () => [m.consensus_rule_consent(), m.consensus_rule_consent_reason()],
	answer: (ballot) => {
		const { stance, reason } = asRecord(ballot);
		const why = typeof reason === 'string' ? reason : '';
		if (stance === 'consent') return [m.consensus_answer_consent()];
		if (stance === 'objection') return [m.consensus_answer_objection({ reason: why })];
		if (stance !== 'concern') return [];
		return [why === '' ? m.consensus_answer_concern() : m.consensus_answer_concern_why({ reason: why })];
	},
	lines: null
};
