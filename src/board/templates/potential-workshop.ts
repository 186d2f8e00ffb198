import type { BoardTemplate } from './template.ts';

/**
 * The board of a Fachgruppe in a Potentialworkshop, from evidence to jointly held results (after Landkreis Helmstedt,
 * Kreisentwicklungskonzept 2035). Weighting needs no area: dots are given to the cards where they lie.
 */
export const potentialWorkshop: BoardTemplate = {
	key: 'potential-workshop',
	title: { de: 'Potentialworkshop', en: 'Potential workshop' },
	areas: [
		{
			key: 'evidence',
			title: { de: 'Impulse', en: 'Evidence' },
			question: {
				de: 'Was wissen wir schon aus Befragung, Gesprächen und Studien?',
				en: 'What do we already know from surveys, conversations and studies?'
			},
			colour: 'violet'
		},
		{
			key: 'collect',
			title: { de: 'Sammeln', en: 'Collect' },
			question: {
				de: 'Welche Potentiale sehen Sie? Bitte schreiben Sie je Karte nur eine Idee.',
				en: 'Which potentials do you see? Please write only one idea on each card.'
			}
		},
		{
			key: 'cluster',
			title: { de: 'Ordnen', en: 'Sort' },
			question: {
				de: 'Was gehört zusammen, und wie heißt das Thema?',
				en: 'What belongs together, and what is the topic called?'
			},
			colour: 'turquoise'
		},
		{
			key: 'fields',
			title: { de: 'Aktionsräume', en: 'Action spaces' },
			question: {
				de: 'Welche Aktionsräume entstehen daraus, und wie wirken sie aufeinander?',
				en: 'Which action spaces arise from this, and how do they act on each other?'
			},
			colour: 'orange'
		},
		{
			key: 'keep',
			title: { de: 'Festhalten', en: 'Keep' },
			question: {
				de: 'Worauf verständigen wir uns heute?',
				en: 'What do we agree on today?'
			},
			colour: 'red'
		}
	]
};
