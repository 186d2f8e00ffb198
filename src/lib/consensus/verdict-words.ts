import * as m from '#paraglide/messages.js';
import { numbers } from './result.ts';

/** How many said what of a proposal, in words. */
export function figuresOf(method: string, tally: Readonly<Record<string, unknown>>): string[] {
	const count = numbers(tally);
	if (method !== 'consent')
		return [
			m.consensus_count_yes({ count: count('yes') }),
			m.consensus_count_no({ count: count('no') }),
			m.consensus_count_abstain({ count: count('abstain') })
		];
	return [
		m.consensus_count_consent({ count: count('consent') }),
		m.consensus_count_concern({ count: count('concern') }),
		m.consensus_count_objection({ count: count('objection') }),
		...(count('missing') > 0 ? [m.consensus_count_missing({ count: count('missing') })] : [])
	];
}
