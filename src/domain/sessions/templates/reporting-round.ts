import type { SessionTemplate } from '../session-template.ts';
import { welcome } from './usual-steps.ts';

/**
 * A reporting round after the end of a Tertial (Bezirksamt Mitte, 2022): endangered goals first, countermeasures that need others,
 * and one combined report.
 */
export const reportingRound: SessionTemplate = {
	key: 'reporting-round',
	title: { de: 'Berichtsrunde', en: 'Reporting round' },
	purpose: {
		de: 'Am Ende eines Berichtszeitraums: gefährdete Ziele zuerst, dann Gegensteuerung, dann der gemeinsame Bericht.',
		en: 'At the end of a reporting period: endangered goals first, then countermeasures, then the combined report.'
	},
	board: 'reporting-round',
	steps: [
		welcome,
		{
			kind: 'discuss',
			title: { de: 'Blätter durchgehen', en: 'Go through the sheets' },
			prompt: {
				de: 'Welche Berichtsblätter liegen vor, welche fehlen noch?',
				en: 'Which report sheets are in, which are still missing?'
			},
			minutes: 10,
			area: 'sheets'
		},
		{
			kind: 'discuss',
			title: { de: 'Gefährdete Ziele', en: 'Endangered goals' },
			prompt: {
				de: 'Welche Ziele sind gefährdet, und was ist die Ursache?',
				en: 'Which goals are endangered, and what is the cause?'
			},
			minutes: 20,
			area: 'endangered'
		},
		{
			kind: 'collect',
			title: { de: 'Gegensteuerung sammeln', en: 'Collect countermeasures' },
			prompt: {
				de: 'Was steuert gegen, und wer muss mitmachen? Eine Maßnahme je Karte.',
				en: 'What steers against it, and who has to join in? One measure per card.'
			},
			minutes: 12,
			area: 'countermeasures'
		},
		{
			kind: 'cluster',
			title: { de: 'Abstimmen', en: 'Coordinate' },
			prompt: {
				de: 'Welche Maßnahmen gehören zusammen, und welche Abteilungen stimmen sich ab?',
				en: 'Which measures belong together, and which departments coordinate?'
			},
			minutes: 20,
			area: 'countermeasures'
		},
		{
			kind: 'weigh',
			title: { de: 'Gewichten', en: 'Weigh' },
			prompt: {
				de: 'Was tun wir zuerst? Verteilen Sie Ihre Punkte.',
				en: 'What do we do first? Distribute your dots.'
			},
			minutes: 8
		},
		{
			kind: 'record',
			title: { de: 'Für den Bericht festhalten', en: 'Record for the report' },
			prompt: { de: 'Das steht im gemeinsamen Bericht.', en: 'This goes into the combined report.' },
			minutes: 10,
			area: 'keep'
		}
	]
};
