import type { BoardTemplate } from './template.ts';

/** From endangered goals to countermeasures and the combined report (after Bezirksamt Mitte, Tertialbericht). */
export const reportingRound: BoardTemplate = {
	key: 'reporting-round',
	title: { de: 'Berichtsrunde', en: 'Reporting round' },
	areas: [
		{
			key: 'sheets',
			title: { de: 'Berichtsblätter', en: 'Report sheets' },
			question: {
				de: 'Welche Blätter liegen vor, welche fehlen noch?',
				en: 'Which sheets are in, which are still missing?'
			},
			colour: 'violet'
		},
		{
			key: 'endangered',
			title: { de: 'Gefährdete Ziele', en: 'Endangered goals' },
			question: {
				de: 'Welche Ziele sind gefährdet, und was ist die Ursache?',
				en: 'Which goals are endangered, and what is the cause?'
			},
			colour: 'red'
		},
		{
			key: 'countermeasures',
			title: { de: 'Gegensteuerung', en: 'Countermeasures' },
			question: {
				de: 'Was steuert gegen, und welche Abteilungen braucht es dafür?',
				en: 'What steers against it, and which departments does it take?'
			}
		},
		{
			key: 'keep',
			title: { de: 'Bericht', en: 'Report' },
			question: { de: 'Was steht im gemeinsamen Bericht?', en: 'What does the combined report say?' },
			colour: 'turquoise'
		}
	]
};
