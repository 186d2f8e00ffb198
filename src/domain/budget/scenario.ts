import { isMandatory, type Measure } from './measure.ts';

/** Where a measure stands when several scenarios lie side by side. */
export type Standing = 'core' | 'contested' | 'nowhere';

/** What a scenario holds: the chosen measures and, pinned, whatever a law or contract demands; in the order of the budget. */
export function chosenIn(measures: readonly Measure[], measureIds: Iterable<string>): string[] {
	const wanted = new Set(measureIds);
	return measures.filter((measure) => wanted.has(measure.id) || isMandatory(measure)).map(({ id }) => id);
}

/**
 * Where each measure stands among the scenarios: in all of them (the common core), in some (contested, to be decided), or in none.
 * Without scenarios nothing is core.
 */
export function compareScenarios(
	measures: readonly Measure[],
	scenarios: readonly (readonly string[])[]
): ReadonlyMap<string, Standing> {
	return new Map(
		measures.map(({ id }) => {
			const times = scenarios.filter((scenario) => scenario.includes(id)).length;
			return [id, times === 0 ? 'nowhere' : times === scenarios.length ? 'core' : 'contested'];
		})
	);
}
