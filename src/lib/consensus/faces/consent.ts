import * as m from '#paraglide/messages.js';
import type { Face } from '../face.ts';

export const consent: Face = {
	name: m.consensus_method_consent,
	purpose: m.consensus_method_consent_purpose,
	rules: () => [m.consensus_rule_consent(), m.consensus_rule_consent_reason()],
	lines: null
};
