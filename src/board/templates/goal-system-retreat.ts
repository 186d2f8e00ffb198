import type { BoardTemplate } from './template.ts';

/** Last year’s goals, what becomes of them, and who answers for each (after Bezirksamt Mitte, Zielsystem 2022). */
export const goalSystemRetreat: BoardTemplate = {
	key: 'goal-system-retreat',
	title: { de: 'Klausurtagung Zielsystem', en: 'Goal system retreat' },
	areas: [
		{
			key: 'back',
			title: { de: 'Rückblick', en: 'Looking back' },
			question: {
				de: 'Was haben wir im letzten Jahr erreicht, was nicht?',
				en: 'What did we achieve last year, and what not?'
			},
			colour: 'violet'
		},
		{
			key: 'new',
			title: { de: 'Neu', en: 'New' },
			question: { de: 'Welche Ziele kommen dazu?', en: 'Which goals are added?' }
		},
		{
			key: 'continued',
			title: { de: 'Fortgeführt', en: 'Continued' },
			question: {
				de: 'Welche Ziele führen wir fort, und was ändert sich daran?',
				en: 'Which goals do we continue, and what changes about them?'
			},
			colour: 'turquoise'
		},
		{
			key: 'dropped',
			title: { de: 'Entfallen', en: 'Dropped' },
			question: { de: 'Welche Ziele entfallen, und warum?', en: 'Which goals are dropped, and why?' },
			colour: 'orange'
		},
		{
			key: 'keep',
			title: { de: 'Zuständig', en: 'Responsible' },
			question: { de: 'Wer verantwortet welches Ziel?', en: 'Who is responsible for which goal?' },
			colour: 'red'
		}
	]
};
