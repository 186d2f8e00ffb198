import type { RoundView } from '#protocol/session-state.ts';
import * as m from '#paraglide/messages.js';
import { dotRules } from './dot-draft.svelte.ts';

/** What the class of a vote is called on every ballot and result. */
export const classWords = {
	mood: m.consensus_class_mood,
	'working-decision': m.consensus_class_working_decision
} as const satisfies Record<RoundView['voteClass'], unknown>;

const secrecyWords = {
	open: m.consensus_rule_open,
	group: m.consensus_rule_group,
	secret: m.consensus_rule_secret
} as const satisfies Record<RoundView['secrecy'], unknown>;

/** What people read before they vote: the rules of a round as short sentences. */
export function ruleSentences({ params, secrecy }: Pick<RoundView, 'params' | 'secrecy'>): string[] {
	const { dots, maxPerOption } = dotRules(params);
	return [
		m.consensus_rule_dots({ dots }),
		m.consensus_rule_max({ max: maxPerOption }),
		secrecyWords[secrecy](),
		m.consensus_rule_changeable(),
		m.consensus_rule_after(),
		m.consensus_rule_ties()
	];
}

/** The classes that a facilitator can choose; a formal resolution is never voted on here. */
export const classChoices = [
	{
		value: 'working-decision',
		label: m.consensus_class_working_decision_short,
		hint: m.consensus_class_working_decision_hint
	},
	{ value: 'mood', label: m.consensus_class_mood_short, hint: m.consensus_class_mood_hint }
] as const;
