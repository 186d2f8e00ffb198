import type { Doc } from '#domain/texts/doc.ts';
import type { SuggestionView, TieView } from '#protocol/suggestion-view.ts';
import { collideIn } from '#text/rewordings/collide.ts';
import { rivalriesIn, type Rivalry } from '#text/rewordings/contests.ts';
import { waysIn, type Ways } from '#text/rewordings/place.ts';
import type { Placed } from '../suggestions/placed.ts';

/** Suggestions that want the same passage otherwise, with how they stand to each other. */
export type Rivals = Rivalry<SuggestionView>;

/** Finds out which suggestions compete, again and again while people write; two that stay as they are are weighed once. */
export class Rivalries {
	readonly #answers = new WeakMap<Placed, WeakMap<Placed, boolean>>();

	/** The open suggestions for the same passages, in the order of the text; `all` is the order in which they were handed in. */
	in(doc: Doc, open: readonly Placed[], all: readonly SuggestionView[]): Rivals[] {
		const order = new Map(all.map((suggestion, at) => [suggestion, at]));
		const fitting = open
			.filter(({ suggestion, standing }) => suggestion.state === 'open' && standing === 'fits')
			.sort((one, other) => (order.get(one.suggestion) ?? 0) - (order.get(other.suggestion) ?? 0));
		let ways: Ways | null = null;
		return rivalriesIn(fitting, (one, other) => {
			const known = this.#answers.get(one)?.get(other);
			if (known !== undefined) return known;
			const answer = collideIn(doc, (ways ??= waysIn(doc)), one.change, other.change);
			this.#remember(one, other, answer);
			this.#remember(other, one, answer);
			return answer;
		});
	}

	#remember(one: Placed, other: Placed, answer: boolean): void {
		const answers = this.#answers.get(one) ?? new WeakMap<Placed, boolean>();
		this.#answers.set(one, answers.set(other, answer));
	}
}

/** A passage about which something is to be said: suggestions compete for it, or a tie was settled that can be taken back. */
export interface Passage {
	/** The suggestions that it is about, the first handed in first. */
	readonly about: readonly SuggestionView[];
	readonly rivals: Rivals | null;
	readonly tie: TieView | null;
}

/** What is to be said about passages: one for each rivalry, and one for each settled tie beside which no rivalry goes on. */
export function passagesOf(
	rivalries: readonly Rivals[],
	ties: readonly TieView[],
	all: readonly SuggestionView[]
): Passage[] {
	const byId = new Map(all.map((suggestion) => [suggestion.id, suggestion]));
	const settled = lastTies(ties, byId);
	const runOffOf = ({ rivals, round }: Rivals) =>
		settled.find(
			({ kind, about }) => kind === 'run-off' && about.every((each) => rivals.includes(each) && each.round === round)
		) ?? null;
	const contested = rivalries.map((rivals): Passage => ({ about: rivals.rivals, rivals, tie: runOffOf(rivals) }));
	const told = new Set(contested.map(({ tie }) => tie));
	return [
		...contested,
		...settled.filter((tie) => !told.has(tie)).map((tie): Passage => ({ about: tie.about, rivals: null, tie }))
	];
}

/** The ties that still stand as they were settled: of several about a suggestion, the last. */
function lastTies(ties: readonly TieView[], byId: ReadonlyMap<string, SuggestionView>) {
	const seen = new Set<string>();
	return ties.flatMap((tie) => {
		const about = tie.suggestionIds.flatMap((id) => byId.get(id) ?? []);
		const state = tie.kind === 'variants' ? 'variant' : 'open';
		const stands =
			about.length === tie.suggestionIds.length && about.every((each) => each.state === state && !seen.has(each.id));
		for (const id of tie.suggestionIds) seen.add(id);
		return stands ? [{ ...tie, about }] : [];
	});
}
