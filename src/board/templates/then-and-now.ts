import type { BoardTemplate } from './template.ts';

/**
 * Ten pairs from the Neues Steuerungsmodell of 1991 to steering for integrated sustainability in 2030 (LAG 21 NRW, 2022), as
 * locked cards.
 */
export const thenAndNow: BoardTemplate = {
	key: 'then-and-now',
	title: { de: 'Standortbestimmung 1991 – 2030', en: 'Where we stand, 1991 to 2030' },
	areas: [
		{
			key: 'pairs',
			title: { de: 'Von 1991 nach 2030', en: 'From 1991 to 2030' },
			question: {
				de: 'Zehn Paare: vom Neuen Steuerungsmodell zum integrierten Nachhaltigkeitsmanagement.',
				en: 'Ten pairs: from the New Steering Model to integrated sustainability management.'
			},
			cards: [
				{
					de: 'Steuerung über Produkte → Steuerung über (Nachhaltigkeits-)Ziele',
					en: 'Steering by products → steering by (sustainability) goals'
				},
				{
					de: 'Steuerung auf Abstand → Steuerung über kontinuierliches Monitoring und Ergebnis- bzw. Wirkungsorientierung',
					en: 'Steering at a distance → steering by continuous monitoring, oriented to results and effects'
				},
				{
					de: 'Abgestufte Ergebnisverantwortung (Einheit von Fach- und Ressourcenverantwortung) → Konsensualisierung (geteilte Fach- und Ressourcenverantwortung)',
					en: 'Graded responsibility for results (subject and resources in one hand) → building consensus (shared responsibility for subject and resources)'
				},
				{
					de: 'Gesamtprozess-Optimierung → effizientere Problembewältigung (von Wicked Problems) und Vorbereitung von evidenzbasierten Entscheidungen',
					en: 'Optimising the whole process → coping better with wicked problems and preparing evidence-based decisions'
				},
				{
					de: 'Bürger- und Kundenorientierung → Orientierung an planetaren Grenzen und Resilienz',
					en: 'Orientation to citizens and customers → orientation to planetary boundaries and resilience'
				},
				{
					de: 'Umfassende Qualitätsorientierung → Generationengerechtigkeit der kommunalen Daseinsvorsorge',
					en: 'Comprehensive quality → fairness between generations in municipal services'
				},
				{
					de: 'Personalmanagement (Leistungsanreize, Führung, Personalentwicklung) → agiles Projektmanagement',
					en: 'Managing staff (incentives, leadership, development) → agile project management'
				},
				{
					de: 'Doppik (Kosten- und Leistungsrechnung) → wirkungsorientierter Nachhaltigkeitshaushalt',
					en: 'Double-entry accounting (costs and services) → an effect-oriented sustainability budget'
				},
				{
					de: 'Konzentration auf Kernkompetenz → Konzentration auf Koordination und Organisationswissen',
					en: 'Concentration on core competence → concentration on coordination and knowledge of the organisation'
				},
				{
					de: 'Marktorientierung und Wettbewerb → starke Nachhaltigkeit',
					en: 'Market orientation and competition → strong sustainability'
				}
			],
			colour: 'violet'
		},
		{
			key: 'today',
			title: { de: 'Heute', en: 'Today' },
			question: {
				de: 'Wo stehen wir heute? Woran merken wir das?',
				en: 'Where do we stand today? How do we notice?'
			}
		},
		{
			key: 'wanted',
			title: { de: 'Gewollt', en: 'Wanted' },
			question: {
				de: 'Wo wollen wir hin, und was fehlt bis dahin?',
				en: 'Where do we want to go, and what is missing until then?'
			},
			colour: 'turquoise'
		},
		{
			key: 'keep',
			title: { de: 'Festhalten', en: 'Keep' },
			question: { de: 'Welche Lücke schließen wir zuerst?', en: 'Which gap do we close first?' },
			colour: 'red'
		}
	]
};
