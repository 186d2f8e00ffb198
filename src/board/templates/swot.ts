import type { BoardTemplate } from './template.ts';

/** Strengths, weaknesses, opportunities and threats of a place or an office, in two rows. */
export const swot: BoardTemplate = {
	key: 'swot',
	title: { de: 'Stärken, Schwächen, Chancen, Risiken', en: 'Strengths, weaknesses, opportunities, threats' },
	columns: 2,
	areas: [
		{
			key: 'strengths',
			title: { de: 'Stärken', en: 'Strengths' },
			question: {
				de: 'Was können wir gut, und worauf können wir bauen?',
				en: 'What are we good at, and what can we build on?'
			},
			colour: 'turquoise'
		},
		{
			key: 'weaknesses',
			title: { de: 'Schwächen', en: 'Weaknesses' },
			question: {
				de: 'Wo fehlt uns etwas, und was fällt uns schwer?',
				en: 'What do we lack, and what is hard for us?'
			},
			colour: 'orange'
		},
		{
			key: 'opportunities',
			title: { de: 'Chancen', en: 'Opportunities' },
			question: {
				de: 'Was kommt von außen auf uns zu, das uns nützt?',
				en: 'What is coming from outside that is good for us?'
			}
		},
		{
			key: 'threats',
			title: { de: 'Risiken', en: 'Threats' },
			question: {
				de: 'Was kommt von außen auf uns zu, das uns schadet?',
				en: 'What is coming from outside that does us harm?'
			},
			colour: 'violet'
		},
		{
			key: 'keep',
			title: { de: 'Festhalten', en: 'Keep' },
			question: { de: 'Worauf verständigen wir uns?', en: 'What do we agree on?' },
			colour: 'red'
		}
	]
};
