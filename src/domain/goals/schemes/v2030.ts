import type { LevelScheme } from '../level-scheme.ts';

/**
 * The municipal model "Verwaltung 2.030" (LAG 21 NRW): fields of action below the goals of the Agenda 2030, strategic
 * goals always in a field, operative goals only below a strategic one, measures with money and staff.
 */
export const v2030: LevelScheme = {
	key: 'v2030',
	version: 1,
	title: { de: 'Nachhaltigkeitsziele (Verwaltung 2.030)', en: 'Sustainability goals (Verwaltung 2.030)' },
	adoptedBy: 'rat',
	periodType: 'term',
	countermeasure: { cause: true, otherUnit: true },
	levels: [
		{
			key: 'handlungsfeld',
			label: {
				one: { de: 'Handlungsfeld', en: 'Field of action' },
				many: { de: 'Handlungsfelder', en: 'Fields of action' }
			},
			parentLevels: [],
			parentRequired: false,
			requires: [],
			numbering: 'in-level',
			reportable: false
		},
		{
			key: 'strategisches-ziel',
			label: {
				one: { de: 'Strategisches Ziel', en: 'Strategic goal' },
				many: { de: 'Strategische Ziele', en: 'Strategic goals' }
			},
			parentLevels: ['handlungsfeld'],
			parentRequired: true,
			requires: ['lead-office'],
			numbering: 'below-parent',
			reportable: true
		},
		{
			key: 'operatives-ziel',
			label: {
				one: { de: 'Operatives Ziel', en: 'Operative goal' },
				many: { de: 'Operative Ziele', en: 'Operative goals' }
			},
			parentLevels: ['strategisches-ziel'],
			parentRequired: true,
			requires: ['lead-office', 'indicator', 'product'],
			numbering: 'below-parent',
			reportable: true
		},
		{
			key: 'massnahme',
			label: { one: { de: 'Maßnahme', en: 'Measure' }, many: { de: 'Maßnahmen', en: 'Measures' } },
			parentLevels: ['operatives-ziel'],
			parentRequired: true,
			requires: ['lead-office'],
			numbering: 'below-parent',
			reportable: true
		}
	]
};
