import type { SessionTemplate } from '../session-template.ts';
import { welcome } from './usual-steps.ts';

/**
 * How guiding principles come about (Kreis Unna, Strategiekommission 2016): words first, then variants, then the one that all can
 * live with.
 */
export const guidingPrinciples: SessionTemplate = {
	key: 'guiding-principles',
	title: { de: 'Leitsätze gemeinsam formulieren', en: 'Wording guiding principles together' },
	purpose: {
		de: 'Politik und Verwaltung finden Worte, schreiben Varianten und formulieren gemeinsam, was für alle gilt.',
		en: 'Politics and administration find words, write variants and word together what holds for all.'
	},
	board: 'guiding-principles',
	steps: [
		welcome,
		{
			kind: 'collect',
			title: { de: 'Worte sammeln', en: 'Collect words' },
			prompt: {
				de: 'Welche Worte müssen in unseren Leitsätzen vorkommen? Ein Wort oder ein kurzer Gedanke je Karte.',
				en: 'Which words must our guiding principles contain? One word or short thought per card.'
			},
			minutes: 10,
			area: 'collect'
		},
		{
			kind: 'cluster',
			title: { de: 'Ordnen', en: 'Sort' },
			prompt: {
				de: 'Welche Worte gehören zu demselben Leitsatz?',
				en: 'Which words belong to the same principle?'
			},
			minutes: 15,
			area: 'cluster'
		},
		{
			kind: 'collect',
			title: { de: 'Varianten schreiben', en: 'Write variants' },
			prompt: {
				de: 'Wie könnte der Leitsatz lauten? Ein ganzer Satz je Karte.',
				en: 'How could the principle read? One whole sentence per card.'
			},
			minutes: 15,
			area: 'variants'
		},
		{
			kind: 'weigh',
			title: { de: 'Gewichten', en: 'Weigh' },
			prompt: {
				de: 'Welche Fassung trägt am besten? Verteilen Sie Ihre Punkte.',
				en: 'Which wording carries best? Distribute your dots.'
			},
			minutes: 8
		},
		{
			kind: 'record',
			title: { de: 'Formulieren und festhalten', en: 'Word and record' },
			prompt: {
				de: 'Wir formulieren den Leitsatz gemeinsam aus und halten den Wortlaut fest.',
				en: 'We word the principle together and record its exact text.'
			},
			minutes: 25,
			area: 'keep'
		}
	]
};
