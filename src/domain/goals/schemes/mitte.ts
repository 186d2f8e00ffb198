import type { LevelScheme } from '../level-scheme.ts';

/**
 * Bezirksamt Mitte von Berlin, Vorlage 36/VI of 01.02.2022: for each calendar year a Leitbild, fifteen goals of the
 * mandate and target-group perspective and eight of the internal one, each with one responsible member of the executive.
 */
export const mitte: LevelScheme = {
	key: 'mitte',
	version: 1,
	title: { de: 'Zielsystem je Kalenderjahr (Bezirksamt Mitte)', en: 'Goal system by calendar year (Bezirksamt Mitte)' },
	adoptedBy: 'bezirksamt',
	periodType: 'calendar-year',
	countermeasure: { cause: false, otherUnit: true },
	levels: [
		{
			key: 'leitbild',
			label: {
				one: { de: 'Leitbild', en: 'Mission statement' },
				many: { de: 'Leitbilder', en: 'Mission statements' }
			},
			parentLevels: [],
			parentRequired: false,
			expected: 1,
			requires: [],
			numbering: 'in-level',
			reportable: false
		},
		{
			key: 'perspektive',
			label: { one: { de: 'Perspektive', en: 'Perspective' }, many: { de: 'Perspektiven', en: 'Perspectives' } },
			parentLevels: [],
			parentRequired: false,
			expected: 2,
			fixed: [
				{
					number: '1',
					title: { de: 'Auftrags-/Zielgruppenperspektive', en: 'Mandate and target-group perspective' },
					expectedChildren: 15
				},
				{
					number: '2',
					title: { de: 'Verwaltungs-/Binnenperspektive', en: 'Administration and internal perspective' },
					expectedChildren: 8
				}
			],
			requires: [],
			numbering: 'in-level',
			reportable: false
		},
		{
			key: 'ziel',
			label: { one: { de: 'Ziel', en: 'Goal' }, many: { de: 'Ziele', en: 'Goals' } },
			parentLevels: ['perspektive'],
			parentRequired: true,
			requires: ['lead-office'],
			numbering: 'below-parent',
			reportable: true
		}
	]
};
