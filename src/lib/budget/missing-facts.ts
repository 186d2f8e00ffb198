import { costOf } from '#domain/budget/measure.ts';
import { sumOf } from '#domain/budget/money.ts';
import type { MeasureView } from '#protocol/budget-view.ts';
import * as m from '#paraglide/messages.js';

/** What nobody has said about a measure yet; it is shown and holds nobody up. */
export function missingFacts(measure: MeasureView): string[] {
	const said: [boolean, () => string][] = [
		[measure.hypothesis !== '', m.budget_measure_hypothesis],
		[sumOf(costOf(measure)) > 0, m.budget_measure_costs],
		[sumOf(measure.unassigned) === 0, m.budget_measure_shares],
		[measure.product !== '', m.budget_measure_product],
		[measure.effort !== '', m.budget_measure_effort],
		[measure.owner !== '', m.budget_measure_taker]
	];
	return said.filter(([known]) => !known).map(([, name]) => name());
}
