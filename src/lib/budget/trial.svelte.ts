import { fitOf, type Fit } from '#domain/budget/fit.ts';
import { isMandatory } from '#domain/budget/measure.ts';
import { chosenIn } from '#domain/budget/scenario.ts';
import type { BudgetView, MeasureView } from '#protocol/budget-view.ts';

/** A choice of measures that somebody tries out on her screen; nobody sees it before she shares it. */
export class Trial {
	#wanted: readonly string[] = $state.raw([]);
	readonly #budget: () => BudgetView;

	/** The measures as they are listed: by their rank in the last vote by criteria, then as they came. */
	readonly listed: readonly MeasureView[] = $derived.by(() => byScore(this.#budget().measures));
	/** The ids of what is in, with whatever a law demands. */
	readonly chosen: readonly string[] = $derived.by(() => chosenIn(this.listed, this.#wanted));
	readonly fit: Fit = $derived.by(() => fitOf(this.#budget(), this.#budget().measures, new Set(this.chosen)));

	constructor(budget: () => BudgetView, wanted: readonly string[] = []) {
		this.#budget = budget;
		this.#wanted = wanted;
	}

	has(id: string): boolean {
		return this.chosen.includes(id);
	}

	/** Takes a measure in or out; what a law demands stays in. */
	put(id: string, wanted: boolean): void {
		const measure = this.listed.find((one) => one.id === id);
		if (!measure || isMandatory(measure)) return;
		const others = this.#wanted.filter((one) => one !== id);
		this.#wanted = wanted ? [...others, id] : others;
	}

	/** Goes on from a scenario that was kept. */
	take(measureIds: readonly string[]): void {
		this.#wanted = [...measureIds];
	}
}

/** Measures by their rank, those without one behind, in the order in which they came. */
export const byScore = (measures: readonly MeasureView[]): MeasureView[] =>
	[...measures].sort((a, b) => (a.scored ?? measures.length + 1) - (b.scored ?? measures.length + 1));
