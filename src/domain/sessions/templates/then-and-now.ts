import type { SessionTemplate } from '../session-template.ts';
import { agreed, welcome } from './usual-steps.ts';

/**
 * Where an administration stands between two models of steering (LAG 21 NRW, Auftaktkonferenz 2022): ten pairs, today and wanted,
 * and a talk about the gap.
 */
export const thenAndNow: SessionTemplate = {
	key: 'then-and-now',
	title: { de: 'Standortbestimmung 1991 – 2030', en: 'Where we stand, 1991 to 2030' },
	purpose: {
		de: 'Eine Verwaltung bestimmt an zehn Paaren, wo sie steht und wohin sie will.',
		en: 'An administration finds out by ten pairs where it stands and where it wants to go.'
	},
	board: 'then-and-now',
	steps: [
		welcome,
		{
			kind: 'discuss',
			title: { de: 'Die zehn Paare', en: 'The ten pairs' },
			prompt: {
				de: 'Was bedeuten die zehn Paare für unsere Verwaltung?',
				en: 'What do the ten pairs mean for our administration?'
			},
			minutes: 15,
			area: 'pairs'
		},
		{
			kind: 'collect',
			title: { de: 'Heute', en: 'Today' },
			prompt: {
				de: 'Wo stehen wir heute? Ein Beispiel je Karte.',
				en: 'Where do we stand today? One example per card.'
			},
			minutes: 10,
			area: 'today'
		},
		{
			kind: 'collect',
			title: { de: 'Gewollt', en: 'Wanted' },
			prompt: {
				de: 'Wo wollen wir hin? Ein Gedanke je Karte.',
				en: 'Where do we want to go? One thought per card.'
			},
			minutes: 10,
			area: 'wanted'
		},
		{
			kind: 'cluster',
			title: { de: 'Lücken ordnen', en: 'Sort the gaps' },
			prompt: {
				de: 'Welche Karten zeigen dieselbe Lücke zwischen heute und gewollt?',
				en: 'Which cards show the same gap between today and wanted?'
			},
			minutes: 20,
			area: 'wanted'
		},
		{
			kind: 'weigh',
			title: { de: 'Gewichten', en: 'Weigh' },
			prompt: {
				de: 'Welche Lücke schließen wir zuerst? Verteilen Sie Ihre Punkte.',
				en: 'Which gap do we close first? Distribute your dots.'
			},
			minutes: 8
		},
		{
			kind: 'discuss',
			title: { de: 'Über Lücken sprechen', en: 'Talk about the gaps' },
			prompt: {
				de: 'Was hält uns ab, und was wäre ein erster Schritt?',
				en: 'What holds us back, and what would be a first step?'
			},
			minutes: 20,
			area: 'wanted'
		},
		agreed
	]
};
