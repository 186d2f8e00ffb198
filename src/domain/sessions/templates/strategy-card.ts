import type { SessionTemplate } from '../session-template.ts';
import { agreed, welcome } from './usual-steps.ts';

/**
 * The strategy card of an action space (Landkreis Helmstedt, Kreisentwicklungskonzept 2035): what it means, which ideas and measures
 * fill it, who stands up for it, and what the group agrees to.
 */
export const strategyCard: SessionTemplate = {
	key: 'strategy-card',
	title: { de: 'Strategiekarte', en: 'Strategy card' },
	purpose: {
		de: 'Eine Gruppe füllt einen Aktionsraum mit Leben: Definition, Ideen, Maßnahmen und Themenpaten.',
		en: 'A group brings an action space to life: definition, ideas, measures and sponsors.'
	},
	board: 'strategy-card',
	steps: [
		welcome,
		{
			kind: 'discuss',
			title: { de: 'Definition', en: 'Definition' },
			prompt: {
				de: 'Was verstehen wir unter diesem Aktionsraum?',
				en: 'What do we mean by this action space?'
			},
			minutes: 15,
			area: 'definition'
		},
		{
			kind: 'collect',
			title: { de: 'Ideen sammeln', en: 'Collect ideas' },
			prompt: {
				de: 'Welche Ideen bringen diesen Aktionsraum voran? Eine Idee je Karte.',
				en: 'Which ideas move this action space forward? One idea per card.'
			},
			minutes: 12,
			area: 'ideas'
		},
		{
			kind: 'cluster',
			title: { de: 'Maßnahmen bilden', en: 'Shape measures' },
			prompt: {
				de: 'Welche Ideen werden zusammen eine Maßnahme? Wir geben jeder einen Namen.',
				en: 'Which ideas make one measure together? We give each a name.'
			},
			minutes: 20,
			area: 'measures'
		},
		{
			kind: 'discuss',
			title: { de: 'Themenpaten', en: 'Sponsors' },
			prompt: { de: 'Wer steht für diesen Aktionsraum ein?', en: 'Who stands up for this action space?' },
			minutes: 10,
			area: 'sponsors'
		},
		{
			kind: 'weigh',
			title: { de: 'Gewichten', en: 'Weigh' },
			prompt: {
				de: 'Welche Maßnahmen sollen zuerst kommen? Verteilen Sie Ihre Punkte.',
				en: 'Which measures should come first? Distribute your dots.'
			},
			minutes: 8
		},
		agreed
	]
};
