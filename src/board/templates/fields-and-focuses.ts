import type { BoardTemplate } from './template.ts';

/** Fields of action and their focuses, and what is treated first (after Kreis Unna, Strategiekommission 2016). */
export const fieldsAndFocuses: BoardTemplate = {
	key: 'fields-and-focuses',
	title: { de: 'Handlungsfelder und Schwerpunkte', en: 'Fields and focuses' },
	areas: [
		{
			key: 'fields',
			title: { de: 'Handlungsfelder', en: 'Fields' },
			question: {
				de: 'In welchen Feldern entscheidet sich die Zukunft unseres Kreises?',
				en: 'In which fields is the future of our county decided?'
			},
			colour: 'violet'
		},
		{
			key: 'focuses',
			title: { de: 'Schwerpunkte', en: 'Focuses' },
			question: {
				de: 'Was wollen wir in diesen Feldern vor allem erreichen?',
				en: 'What do we want to achieve in these fields above all?'
			}
		},
		{
			key: 'first',
			title: { de: 'Vorrangig oder musterhaft', en: 'First or as a pilot' },
			question: {
				de: 'Was behandeln wir vorrangig, was musterhaft?',
				en: 'What do we treat first, and what as a pilot?'
			},
			colour: 'orange'
		},
		{
			key: 'keep',
			title: { de: 'Festhalten', en: 'Keep' },
			question: { de: 'Worauf verständigen wir uns heute?', en: 'What do we agree on today?' },
			colour: 'red'
		}
	]
};
