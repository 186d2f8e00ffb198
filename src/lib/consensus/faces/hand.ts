import * as m from '#paraglide/messages.js';
import type { Face } from '../face.ts';
import { majorityRules } from './majority.ts';

export const hand: Face = {
	name: m.consensus_method_hand,
	purpose: m.consensus_method_hand_purpose,
	rules: (params) => [m.consensus_rule_hand(), ...majorityRules(params)],
	answer: null,
	lines: null
};
