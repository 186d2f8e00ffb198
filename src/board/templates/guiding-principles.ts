import type { BoardTemplate } from './template.ts';

/** From single words to a sentence that everybody can carry (after Kreis Unna, vision and guiding principles 2016). */
export const guidingPrinciples: BoardTemplate = {
	key: 'guiding-principles',
	title: { de: 'Leitsätze gemeinsam formulieren', en: 'Wording guiding principles together' },
	areas: [
		{
			key: 'collect',
			title: { de: 'Worte', en: 'Words' },
			question: {
				de: 'Welche Worte müssen in unseren Leitsätzen vorkommen?',
				en: 'Which words must our guiding principles contain?'
			}
		},
		{
			key: 'cluster',
			title: { de: 'Themen', en: 'Topics' },
			question: {
				de: 'Welche Worte gehören zu demselben Leitsatz?',
				en: 'Which words belong to the same principle?'
			},
			colour: 'turquoise'
		},
		{
			key: 'variants',
			title: { de: 'Varianten', en: 'Variants' },
			question: {
				de: 'Wie könnte der Leitsatz lauten? Bitte je Karte einen ganzen Satz.',
				en: 'How could the principle read? Please one whole sentence per card.'
			},
			colour: 'blue'
		},
		{
			key: 'keep',
			title: { de: 'Unsere Leitsätze', en: 'Our principles' },
			question: { de: 'Welche Sätze tragen wir gemeinsam?', en: 'Which sentences do we carry together?' },
			colour: 'red'
		}
	]
};
