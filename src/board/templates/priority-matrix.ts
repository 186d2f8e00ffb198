import type { BoardTemplate } from './template.ts';

/** What brings much for little, and what little for much: effort from left to right, effect from below to above. */
export const priorityMatrix: BoardTemplate = {
	key: 'priority-matrix',
	title: { de: 'Wirkung und Aufwand', en: 'Effect and effort' },
	columns: 2,
	areas: [
		{
			key: 'soon',
			title: { de: 'Sofort tun', en: 'Do at once' },
			question: {
				de: 'Viel Wirkung, wenig Aufwand: Was tun wir gleich?',
				en: 'Much effect, little effort: what do we do right away?'
			},
			colour: 'turquoise'
		},
		{
			key: 'plan',
			title: { de: 'Gut planen', en: 'Plan well' },
			question: {
				de: 'Viel Wirkung, viel Aufwand: Was braucht einen Plan?',
				en: 'Much effect, much effort: what needs a plan?'
			},
			colour: 'violet'
		},
		{
			key: 'beside',
			title: { de: 'Nebenher', en: 'Along the way' },
			question: {
				de: 'Wenig Wirkung, wenig Aufwand: Was geht nebenher?',
				en: 'Little effect, little effort: what can be done along the way?'
			}
		},
		{
			key: 'leave',
			title: { de: 'Lassen', en: 'Leave' },
			question: {
				de: 'Wenig Wirkung, viel Aufwand: Was lassen wir?',
				en: 'Little effect, much effort: what do we leave?'
			},
			colour: 'orange'
		},
		{
			key: 'ideas',
			title: { de: 'Vorschläge', en: 'Proposals' },
			question: { de: 'Was könnten wir tun?', en: 'What could we do?' },
			colour: 'blue'
		},
		{
			key: 'keep',
			title: { de: 'Festhalten', en: 'Keep' },
			question: { de: 'Worauf verständigen wir uns?', en: 'What do we agree on?' },
			colour: 'red'
		}
	]
};
