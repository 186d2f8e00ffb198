import type { SessionTemplate } from '../session-template.ts';
import { welcome } from './usual-steps.ts';

/**
 * Fields of action, their focuses, and which of them come first or serve as a pilot (Kreis Unna, first meeting of June 2016).
 */
export const fieldsAndFocuses: SessionTemplate = {
	key: 'fields-and-focuses',
	title: { de: 'Handlungsfelder und Schwerpunkte', en: 'Fields and focuses' },
	purpose: {
		de: 'Eine Kommission legt Handlungsfelder und Schwerpunkte fest und sagt, was zuerst kommt.',
		en: 'A commission settles fields and focuses and says what comes first.'
	},
	board: 'fields-and-focuses',
	steps: [
		welcome,
		{
			kind: 'discuss',
			title: { de: 'Handlungsfelder ansehen', en: 'Look at the fields' },
			prompt: {
				de: 'Welche Handlungsfelder haben wir, und fehlt eines?',
				en: 'Which fields of action do we have, and is one missing?'
			},
			minutes: 15,
			area: 'fields'
		},
		{
			kind: 'collect',
			title: { de: 'Schwerpunkte sammeln', en: 'Collect focuses' },
			prompt: {
				de: 'Was wollen wir in diesen Feldern vor allem erreichen? Ein Schwerpunkt je Karte.',
				en: 'What do we want to achieve in these fields above all? One focus per card.'
			},
			minutes: 12,
			area: 'focuses'
		},
		{
			kind: 'cluster',
			title: { de: 'Ordnen', en: 'Sort' },
			prompt: {
				de: 'Welche Schwerpunkte meinen dasselbe, und zu welchem Feld gehören sie?',
				en: 'Which focuses mean the same, and to which field do they belong?'
			},
			minutes: 20,
			area: 'focuses'
		},
		{
			kind: 'weigh',
			title: { de: 'Gewichten', en: 'Weigh' },
			prompt: {
				de: 'Was behandeln wir vorrangig? Verteilen Sie Ihre Punkte.',
				en: 'What do we treat first? Distribute your dots.'
			},
			minutes: 8
		},
		{
			kind: 'record',
			title: { de: 'Festhalten', en: 'Record' },
			prompt: {
				de: 'Das behandeln wir vorrangig, das musterhaft.',
				en: 'This we treat first, this as a pilot.'
			},
			minutes: 10,
			area: 'keep'
		}
	]
};
