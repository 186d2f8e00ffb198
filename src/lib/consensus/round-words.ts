import type { RoundView } from '#protocol/session-state.ts';
import { getLocale } from '#paraglide/runtime.js';
import * as m from '#paraglide/messages.js';
import { faceOf } from './faces.ts';

/** What the class of a vote is called on every ballot and result. */
export const classWords = {
	mood: m.consensus_class_mood,
	'working-decision': m.consensus_class_working_decision
} as const satisfies Record<RoundView['voteClass'], unknown>;

/** Who sees what of a vote; open ones in which answers stand with names say so in words of their own. */
export const secrecyWords = {
	open: m.consensus_rule_open,
	group: m.consensus_rule_group,
	secret: m.consensus_rule_secret
} as const satisfies Record<RoundView['secrecy'], unknown>;

/** The rules of a round as far as people read them before they vote. */
export type Ruled = Pick<RoundView, 'method' | 'params' | 'voteClass' | 'secrecy' | 'named' | 'quorum' | 'endsAt'>;

/** What people read before they vote: the rules of a round as short sentences. */
export function ruleSentences({ method, params, secrecy, named, quorum, endsAt }: Ruled): string[] {
	const face = faceOf(method);
	const byHand = method === 'hand';
	const seen = named ? m.consensus_rule_named() : secrecyWords[secrecy]();
	return [
		...(face?.rules(params) ?? []),
		...(byHand ? [] : [seen, m.consensus_rule_changeable(), m.consensus_rule_after()]),
		...(face?.lines ? [m.consensus_rule_ties()] : []),
		...(quorum === null ? [] : [m.consensus_rule_quorum({ count: quorum })]),
		...(endsAt === null ? [] : [m.consensus_rule_until({ time: clockTime(endsAt) })])
	];
}

/** The time of day. */
const clockTime = (at: number) =>
	new Intl.DateTimeFormat(getLocale(), { hour: '2-digit', minute: '2-digit' }).format(new Date(at));

/** The classes that a facilitator can choose; a formal resolution is never voted on here. */
export const classChoices = [
	{
		value: 'working-decision',
		label: m.consensus_class_working_decision_short,
		hint: m.consensus_class_working_decision_hint
	},
	{ value: 'mood', label: m.consensus_class_mood_short, hint: m.consensus_class_mood_hint }
] as const;

/** Who may see who voted how, as a facilitator can choose. */
export const secrecyChoices = [
	{ value: 'group', label: m.consensus_secrecy_group, hint: m.consensus_secrecy_group_hint },
	{ value: 'secret', label: m.consensus_secrecy_secret, hint: m.consensus_secrecy_secret_hint },
	{ value: 'open', label: m.consensus_secrecy_open, hint: m.consensus_secrecy_open_hint }
] as const;
