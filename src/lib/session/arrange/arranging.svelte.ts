import { SvelteSet } from 'svelte/reactivity';
import { SimilarTexts } from '#domain/texts/similar-texts.ts';
import type { CardView, ClusterView, SharedState } from '#protocol/session-state.ts';

/** What of a session is put in order. */
export type ToArrange = Pick<SharedState, 'cards' | 'clusters'>;

/** One group with those of its cards that are shown, or the cards that belong to none. */
export interface Section {
	/** Null: the cards without a group. */
	cluster: ClusterView | null;
	cards: CardView[];
	/** How many cards lie in it, also those that are not shown. */
	total: number;
}

/** A question that is open on the desk. */
export type Question =
	| { is: 'group' }
	| { is: 'move'; ids: readonly string[] }
	| { is: 'menu' | 'rename' | 'merge' | 'similar'; clusterId: string }
	| { is: 'alike' }
	| { is: 'blacken'; card: CardView };

const folded = (text: string) => text.toLocaleLowerCase('de').trim();

/** The cards of a session while somebody puts them in order: what is shown, what is chosen, and what she is being asked. */
export class Arranging {
	/** What is looked for; empty shows everything. */
	wanted = $state('');
	question: Question | null = $state.raw(null);
	/** Ticks count once the page has its scripts; a box that is ticked before would lose its tick again. */
	ready = $state(false);
	readonly #chosen = new SvelteSet<string>();
	readonly #state: () => ToArrange;
	/** Where a range begins. */
	#anchor: string | null = null;

	readonly sections: Section[] = $derived.by(() => {
		const wanted = folded(this.wanted);
		const inside = new Map<string | null, CardView[]>();
		for (const card of this.#state().cards) {
			const members = inside.get(card.clusterId);
			if (members) members.push(card);
			else inside.set(card.clusterId, [card]);
		}
		const sectionOf = (cluster: ClusterView | null): Section => {
			const all = inside.get(cluster?.elementId ?? null) ?? [];
			const titled = cluster !== null && folded(cluster.title).includes(wanted);
			return {
				cluster,
				cards: titled ? all : all.filter(({ text }) => folded(text).includes(wanted)),
				total: all.length
			};
		};
		const sections = [sectionOf(null), ...this.#state().clusters.map(sectionOf)];
		return sections.filter(({ cluster, cards }) => cards.length > 0 || (cluster !== null && wanted === ''));
	});
	/** The cards as they are shown, one under the other. */
	readonly shown: string[] = $derived(this.sections.flatMap(({ cards }) => cards.map(({ elementId }) => elementId)));
	/** The chosen cards that are still there, also where the search hides them. */
	readonly chosen: string[] = $derived.by(() =>
		this.#state()
			.cards.filter(({ elementId }) => this.#chosen.has(elementId))
			.map(({ elementId }) => elementId)
	);

	constructor(state: () => ToArrange) {
		this.#state = state;
	}

	isChosen(id: string): boolean {
		return this.#chosen.has(id);
	}

	/** Chooses a card or lets it go; as a range, everything that is shown from the last one to this does the same. */
	tick(id: string, wanted: boolean, range = false): void {
		const [from, to] = [this.shown.indexOf(this.#anchor ?? ''), this.shown.indexOf(id)].sort((a, b) => a - b);
		const ids = range && from !== undefined && from >= 0 ? this.shown.slice(from, to! + 1) : [id];
		this.tickAll(ids, wanted);
		this.#anchor = id;
	}

	tickAll(ids: readonly string[], wanted: boolean): void {
		for (const id of ids) {
			if (wanted) this.#chosen.add(id);
			else this.#chosen.delete(id);
		}
	}

	clear(): void {
		this.#chosen.clear();
		this.#anchor = null;
	}

	/** The question is answered and done: nothing is chosen any more. */
	done(): void {
		this.question = null;
		this.clear();
	}

	/** Up to three cards that say something like these together. */
	alike(ids: readonly string[]): CardView[] {
		const { cards } = this.#state();
		const similar = new SimilarTexts(cards.map(({ elementId, text }) => ({ id: elementId, text })));
		return similar.to(new Set(ids)).flatMap((id) => cards.find(({ elementId }) => elementId === id) ?? []);
	}

	cardsIn(clusterId: string): string[] {
		return this.#state()
			.cards.filter((card) => card.clusterId === clusterId)
			.map(({ elementId }) => elementId);
	}

	cluster(id: string): ClusterView | undefined {
		return this.#state().clusters.find(({ elementId }) => elementId === id);
	}
}
