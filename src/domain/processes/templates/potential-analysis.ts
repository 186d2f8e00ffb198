import type { ProcessTemplate } from '../process-template.ts';

/** Groups look for potentials side by side; a synthesis makes action spaces of them (Landkreis Helmstedt, 2024). */
export const potentialAnalysis: ProcessTemplate = {
	key: 'potential-analysis',
	title: { de: 'Potentialanalyse', en: 'Potential analysis' },
	purpose: {
		de: 'Fachgruppen sammeln, ordnen und gewichten Potentiale. Daraus entstehen gemeinsame Aktionsräume und Strategiekarten.',
		en: 'Topic groups collect, sort and weigh potentials. Shared action spaces and strategy cards grow out of them.'
	},
	teamKind: 'topic-group',
	session: 'potential-workshop'
};
