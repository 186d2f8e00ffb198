import type { SessionTemplate } from '../session-template.ts';
import { welcome } from './usual-steps.ts';

/**
 * A sitting of the Transformationsausschuss (Kommunales Modell Verwaltung 2.030): measures come in, arguments are weighed, and the
 * committee recommends.
 */
export const transformationCommittee: SessionTemplate = {
	key: 'transformation-committee',
	title: { de: 'Transformationsausschuss', en: 'Transformation committee' },
	purpose: {
		de: 'Ein Ausschuss wägt Maßnahmen ab, bringt sie in eine Reihenfolge und spricht eine Empfehlung aus.',
		en: 'A committee weighs measures, puts them in order and makes a recommendation.'
	},
	board: 'transformation-committee',
	steps: [
		welcome,
		{
			kind: 'collect',
			title: { de: 'Maßnahmen einbringen', en: 'Bring in measures' },
			prompt: {
				de: 'Welche Maßnahme schlagen Sie vor, und was bewirkt sie? Eine Maßnahme je Karte.',
				en: 'Which measure do you propose, and what does it bring about? One measure per card.'
			},
			minutes: 15,
			area: 'measures'
		},
		{
			kind: 'cluster',
			title: { de: 'Zusammenführen', en: 'Bring together' },
			prompt: {
				de: 'Welche Vorschläge meinen dieselbe Maßnahme?',
				en: 'Which proposals mean the same measure?'
			},
			minutes: 15,
			area: 'measures'
		},
		{
			kind: 'discuss',
			title: { de: 'Abwägen', en: 'Weigh arguments' },
			prompt: {
				de: 'Was spricht für jede Maßnahme, was dagegen, was macht Sorge?',
				en: 'What speaks for each measure, what against, what worries us?'
			},
			minutes: 30,
			area: 'arguments'
		},
		{
			kind: 'weigh',
			title: { de: 'Gewichten', en: 'Weigh' },
			prompt: {
				de: 'Welche Maßnahmen haben Vorrang? Verteilen Sie Ihre Punkte.',
				en: 'Which measures have priority? Distribute your dots.'
			},
			minutes: 10
		},
		{
			kind: 'discuss',
			title: { de: 'Gemeinsames Budget', en: 'Joint budget' },
			prompt: {
				de: 'Was passt in das gemeinsame Budget, und wer trägt was bei?',
				en: 'What fits into the joint budget, and who contributes what?'
			},
			minutes: 20,
			area: 'budget'
		},
		{
			kind: 'weigh',
			title: { de: 'Über das Strittige entscheiden', en: 'Decide what is contested' },
			prompt: {
				de: 'Was soll noch in den Topf?',
				en: 'What else shall go into the pot?'
			},
			minutes: 10
		},
		{
			kind: 'record',
			title: { de: 'Empfehlung festhalten', en: 'Record the recommendation' },
			prompt: {
				de: 'Das empfehlen wir in dieser Reihenfolge.',
				en: 'This is what we recommend, in this order.'
			},
			minutes: 10,
			area: 'keep'
		}
	]
};
