import type { BoardTemplate } from './template.ts';

/** What brings much for little, and what little for much: effort from left to right, effect from below to above. */
export const priorityMatrix: BoardTemplate = {
	key: 'priority-matrix',
	title: { de: 'Wirkung und Aufwand', en: 'Effect and effort' },
	areas: [
		{
			key: 'ideas',
			title: { de: 'Vorschläge', en: 'Proposals' },
			question: { de: 'Was könnten wir tun?', en: 'What could we do?' },
			colour: 'blue'
		},
		{
			key: 'matrix',
			title: { de: 'Einordnen', en: 'Find the place' },
			question: {
				de: 'Wie viel bewirkt der Vorschlag, und wie viel Aufwand macht er? Oben links tun wir sofort, oben rechts planen wir gut.',
				en: 'How much does the proposal bring about, and how much effort is it? Upper left we do at once, upper right we plan well.'
			},
			colour: 'turquoise',
			layout: 'matrix',
			axes: [
				[
					{ de: 'Aufwand', en: 'effort' },
					{ de: 'wenig', en: 'little' },
					{ de: 'viel', en: 'much' }
				],
				[
					{ de: 'Wirkung', en: 'effect' },
					{ de: 'wenig', en: 'little' },
					{ de: 'viel', en: 'much' }
				]
			]
		},
		{
			key: 'keep',
			title: { de: 'Festhalten', en: 'Keep' },
			question: { de: 'Worauf verständigen wir uns?', en: 'What do we agree on?' },
			colour: 'red'
		}
	]
};
