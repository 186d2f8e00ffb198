import type { LevelScheme } from '../level-scheme.ts';

/**
 * Landkreis Helmstedt, Vorlage 2024: three strategic goals until 2035 and six Aktionsräume that contribute to them, each
 * with one Strategiekarte; goals of essential products (W-Produkte) put goal 2 into operation. A strategic goal may stand
 * without a number, but one that states a number needs its indicator.
 */
export const helmstedt: LevelScheme = {
	key: 'helmstedt',
	version: 1,
	title: {
		de: 'Strategische Ziele und Aktionsräume (Landkreis Helmstedt)',
		en: 'Strategic goals and action spaces (Landkreis Helmstedt)'
	},
	adoptedBy: 'kreistag',
	periodType: 'horizon',
	countermeasure: { cause: false, otherUnit: false },
	levels: [
		{
			key: 'vision',
			label: { one: { de: 'Vision', en: 'Vision' }, many: { de: 'Visionen', en: 'Visions' } },
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
			parentLevels: [],
			parentRequired: false,
			expected: 3,
			requires: ['horizon', 'indicator-if-measurable'],
			numbering: 'in-level',
			reportable: true
		},
		{
			key: 'aktionsraum',
			label: { one: { de: 'Aktionsraum', en: 'Action space' }, many: { de: 'Aktionsräume', en: 'Action spaces' } },
			parentLevels: [],
			parentRequired: false,
			expected: 6,
			requires: [],
			numbering: 'in-level',
			reportable: true
		},
		{
			key: 'strategiekarte',
			label: {
				one: { de: 'Strategiekarte', en: 'Strategy card' },
				many: { de: 'Strategiekarten', en: 'Strategy cards' }
			},
			parentLevels: ['aktionsraum'],
			parentRequired: true,
			maxPerParent: 1,
			requires: [],
			numbering: 'below-parent',
			reportable: false
		},
		{
			key: 'massnahme',
			label: { one: { de: 'Maßnahme', en: 'Measure' }, many: { de: 'Maßnahmen', en: 'Measures' } },
			parentLevels: ['aktionsraum'],
			parentRequired: true,
			requires: ['lead-office'],
			numbering: 'below-parent',
			reportable: true
		},
		{
			key: 'w-produkt-ziel',
			label: {
				one: { de: 'W-Produkt-Ziel', en: 'Essential product goal' },
				many: { de: 'W-Produkt-Ziele', en: 'Essential product goals' }
			},
			parentLevels: ['strategisches-ziel'],
			parentRequired: true,
			requires: ['product', 'indicator'],
			numbering: 'below-parent',
			reportable: true
		}
	]
};
