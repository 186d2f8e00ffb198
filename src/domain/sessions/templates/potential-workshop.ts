import type { SessionTemplate } from '../session-template.ts';
import { agreed, welcome } from './usual-steps.ts';

/**
 * The Potentialworkshop of a Fachgruppe (Landkreis Helmstedt, first half of 2024): from what everybody sees to what the
 * group holds on to.
 */
export const potentialWorkshop: SessionTemplate = {
	key: 'potential-workshop',
	title: { de: 'Potentialworkshop', en: 'Potential workshop' },
	purpose: {
		de: 'Eine Fachgruppe sammelt Ideen, ordnet und gewichtet sie und hält fest, worauf sie sich verständigt.',
		en: 'A working group collects ideas, sorts and weighs them, and records what it agrees on.'
	},
	board: 'potential-workshop',
	steps: [
		{ ...welcome, area: 'evidence' },
		{
			kind: 'collect',
			title: { de: 'Sammeln', en: 'Collect' },
			prompt: {
				de: 'Welche Potentiale sehen Sie in unserem Landkreis? Eine Idee je Karte.',
				en: 'Which potentials do you see in our county? One idea per card.'
			},
			minutes: 12,
			area: 'collect'
		},
		{
			kind: 'cluster',
			title: { de: 'Ordnen', en: 'Sort' },
			prompt: {
				de: 'Was gehört zusammen? Wir geben jedem Thema einen Namen.',
				en: 'What belongs together? We give each topic a name.'
			},
			minutes: 20,
			area: 'cluster'
		},
		{
			kind: 'weigh',
			title: { de: 'Gewichten', en: 'Weigh' },
			prompt: {
				de: 'Was bringt uns am meisten voran? Verteilen Sie Ihre Punkte.',
				en: 'What moves us forward most? Distribute your dots.'
			},
			minutes: 8
		},
		agreed
	]
};
