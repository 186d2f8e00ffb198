import type { BoardTemplate } from './template.ts';

/** Measures, what speaks for and against them, and what the committee recommends (after Verwaltung 2.030). */
export const transformationCommittee: BoardTemplate = {
	key: 'transformation-committee',
	title: { de: 'Transformationsausschuss', en: 'Transformation committee' },
	areas: [
		{
			key: 'measures',
			title: { de: 'Maßnahmen', en: 'Measures' },
			question: {
				de: 'Welche Maßnahmen liegen vor, und was bewirken sie?',
				en: 'Which measures are on the table, and what do they bring about?'
			}
		},
		{
			key: 'arguments',
			title: { de: 'Argumente', en: 'Arguments' },
			question: {
				de: 'Was spricht dafür, was dagegen, was macht Sorge?',
				en: 'What speaks for it, what against, what worries us?'
			},
			colour: 'blue'
		},
		{
			key: 'budget',
			title: { de: 'Gemeinsames Budget', en: 'Joint budget' },
			question: { de: 'Welche Fachbereiche tragen was bei?', en: 'Which departments contribute what?' },
			colour: 'turquoise'
		},
		{
			key: 'keep',
			title: { de: 'Empfehlung', en: 'Recommendation' },
			question: {
				de: 'Was empfehlen wir, in welcher Reihenfolge?',
				en: 'What do we recommend, in which order?'
			},
			colour: 'red'
		}
	]
};
