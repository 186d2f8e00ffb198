import type { SessionTemplate } from '../session-template.ts';
import { agreed, welcome } from './usual-steps.ts';

/** Proposals find their place by effect and effort; where people differ, they talk. */
export const priorityMatrix: SessionTemplate = {
	key: 'priority-matrix',
	title: { de: 'Prioritäten nach Wirkung und Aufwand', en: 'Priorities by effect and effort' },
	purpose: {
		de: 'Eine Gruppe ordnet Vorschläge danach, was sie bewirken und was sie kosten, und entscheidet, womit sie anfängt.',
		en: 'A group puts proposals in order by what they bring about and what they cost, and decides where to begin.'
	},
	board: 'priority-matrix',
	steps: [
		welcome,
		{
			kind: 'collect',
			title: { de: 'Vorschläge sammeln', en: 'Collect proposals' },
			prompt: { de: 'Was könnten wir tun? Ein Vorschlag je Karte.', en: 'What could we do? One proposal per card.' },
			minutes: 12,
			area: 'ideas'
		},
		{
			kind: 'cluster',
			title: { de: 'Einordnen', en: 'Find the place' },
			prompt: {
				de: 'Wie viel bewirkt der Vorschlag, und wie viel Aufwand macht er?',
				en: 'How much does the proposal bring about, and how much effort is it?'
			},
			minutes: 20,
			area: 'ideas'
		},
		{
			kind: 'discuss',
			title: { de: 'Über Streitfälle sprechen', en: 'Talk about what is disputed' },
			prompt: {
				de: 'Wo sehen wir Wirkung oder Aufwand verschieden, und warum?',
				en: 'Where do we see effect or effort differently, and why?'
			},
			minutes: 15,
			area: 'matrix'
		},
		{
			kind: 'weigh',
			title: { de: 'Entscheiden', en: 'Decide' },
			prompt: { de: 'Womit fangen wir an? Verteilen Sie Ihre Punkte.', en: 'Where do we begin? Distribute your dots.' },
			minutes: 8
		},
		agreed
	]
};
