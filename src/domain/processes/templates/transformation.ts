import type { ProcessTemplate } from '../process-template.ts';

/** Agile core teams propose measures, a committee ranks them (LAG 21 NRW, Verwaltung 2.030). */
export const transformation: ProcessTemplate = {
	key: 'transformation',
	title: { de: 'Transformation', en: 'Transformation' },
	purpose: {
		de: 'Agile Kernteams schlagen Maßnahmen vor, der Transformationsausschuss bewertet sie und setzt die Reihenfolge.',
		en: 'Agile core teams propose measures; the transformation committee weighs them and sets their order.'
	},
	teamKind: 'core-team',
	session: 'transformation-committee'
};
