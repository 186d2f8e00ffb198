import type { LevelScheme } from '../level-scheme.ts';

/**
 * Kreis Unna, wirkungsorientierte Steuerung: the council decided 22 focuses, 33 impact goals and 51 output goals. That
 * each hangs below the level before it is our reading of the paper.
 */
export const unna: LevelScheme = {
	key: 'unna',
	version: 1,
	title: { de: 'Wirkungsorientierte Steuerung (Kreis Unna)', en: 'Outcome-oriented steering (Kreis Unna)' },
	adoptedBy: 'kreistag',
	periodType: 'budget-year',
	countermeasure: { cause: true, otherUnit: false },
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
			key: 'leitsatz',
			label: {
				one: { de: 'Leitsatz', en: 'Guiding principle' },
				many: { de: 'Leitsätze', en: 'Guiding principles' }
			},
			parentLevels: [],
			parentRequired: false,
			requires: [],
			numbering: 'in-level',
			reportable: false
		},
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
			key: 'schwerpunkt',
			label: {
				one: { de: 'Strategischer Schwerpunkt', en: 'Strategic focus' },
				many: { de: 'Strategische Schwerpunkte', en: 'Strategic focuses' }
			},
			parentLevels: ['handlungsfeld'],
			parentRequired: true,
			expected: 22,
			requires: [],
			numbering: 'in-level',
			reportable: false
		},
		{
			key: 'wirkungsziel',
			label: { one: { de: 'Wirkungsziel', en: 'Impact goal' }, many: { de: 'Wirkungsziele', en: 'Impact goals' } },
			parentLevels: ['schwerpunkt'],
			parentRequired: true,
			expected: 33,
			requires: ['indicator-if-measurable'],
			numbering: 'in-level',
			reportable: true
		},
		{
			key: 'leistungsziel',
			label: { one: { de: 'Leistungsziel', en: 'Output goal' }, many: { de: 'Leistungsziele', en: 'Output goals' } },
			parentLevels: ['wirkungsziel'],
			parentRequired: true,
			expected: 51,
			requires: ['indicator'],
			numbering: 'in-level',
			reportable: true
		}
	]
};
