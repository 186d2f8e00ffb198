import type { BoardTemplate } from './template.ts';

/** Goals in four perspectives, one above the other, joined by arrows that say how one acts on another. */
export const strategyMap: BoardTemplate = {
	key: 'strategy-map',
	title: { de: 'Wirkungskarte', en: 'Strategy map' },
	columns: 1,
	areas: [
		{
			key: 'people',
			layout: 'rows',
			title: { de: 'Für die Menschen', en: 'For the people' },
			question: { de: 'Was haben die Menschen im Kreis davon?', en: 'What do the people of the county get out of it?' },
			colour: 'turquoise'
		},
		{
			key: 'processes',
			layout: 'rows',
			title: { de: 'Abläufe und Zusammenarbeit', en: 'Processes and cooperation' },
			question: { de: 'Worin müssen wir besonders gut sein?', en: 'What must we be particularly good at?' },
			colour: 'blue'
		},
		{
			key: 'learning',
			layout: 'rows',
			title: { de: 'Mitarbeitende und Wissen', en: 'Staff and knowledge' },
			question: { de: 'Was müssen wir können und lernen?', en: 'What must we be able to do, and learn?' }
		},
		{
			key: 'finances',
			layout: 'rows',
			title: { de: 'Geld', en: 'Money' },
			question: { de: 'Wie bezahlen wir das, und was sparen wir?', en: 'How do we pay for it, and what do we save?' },
			colour: 'orange'
		},
		{
			key: 'keep',
			title: { de: 'Festhalten', en: 'Keep' },
			question: { de: 'Worauf verständigen wir uns?', en: 'What do we agree on?' },
			colour: 'red'
		}
	]
};
