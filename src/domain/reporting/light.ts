import type { Assessment, Sheet, SheetState } from './sheet.ts';

/** The light of a goal. Each colour has its own shape, because not everybody sees the colours; grey means that no sheet came. */
export const lights = {
	green: { shape: 'circle' },
	yellow: { shape: 'triangle' },
	red: { shape: 'square' },
	grey: { shape: 'ring' }
} as const;
export type Light = keyof typeof lights;

const lightOfAssessment: Record<Assessment, Light> = { secured: 'green', endangered: 'yellow', unreachable: 'red' };

/** The light of a goal in a period. Only what was handed in counts; what is missing is shown as missing. */
export function lightOf(sheet: (Pick<Sheet, 'assessment'> & { readonly state: SheetState }) | null): Light {
	if (!sheet?.assessment) return 'grey';
	return sheet.state === 'submitted' || sheet.state === 'accepted' ? lightOfAssessment[sheet.assessment] : 'grey';
}

/** How many goals show which light, for the head of a report. */
export function countLights(shown: Iterable<Light>): Record<Light, number> {
	const counts: Record<Light, number> = { green: 0, yellow: 0, red: 0, grey: 0 };
	for (const light of shown) counts[light] += 1;
	return counts;
}
