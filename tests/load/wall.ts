import type { SessionState } from '#protocol/session-state.ts';

/** What was to be seen on a group's projector, and when for the first time. */
export class Wall {
	/** Texts by the id of their card, as they are now. */
	texts = new Map<string, string>();
	/** Cards that once lay on the board twice. */
	readonly doubled = new Set<string>();
	readonly #shown = new Map<string, number>();
	readonly #counts: Record<'cards' | 'votes', { count: number; at: number }[]> = { cards: [], votes: [] };

	readonly see = ({ cards, cardCount, rounds }: SessionState, at: number): void => {
		this.texts = new Map(cards.map(({ elementId, text }) => [elementId, text]));
		const once = new Set<string>();
		for (const { elementId } of cards) {
			if (once.has(elementId)) this.doubled.add(elementId);
			once.add(elementId);
			if (!this.#shown.has(elementId)) this.#shown.set(elementId, at);
		}
		this.#note('cards', cardCount, at);
		this.#note('votes', rounds.at(-1)?.cast ?? 0, at);
	};

	/** When a card was there for the first time. */
	shown(elementId: string): number {
		return this.#shown.get(elementId) ?? Infinity;
	}

	/** How long after each of these answers the number on the wall had come so far, none of them below nothing. */
	delays(what: 'cards' | 'votes', answered: readonly number[]): number[] {
		const inOrder = [...answered].sort((a, b) => a - b);
		return inOrder.map((moment, before) => {
			const seen = this.#counts[what].find(({ count }) => count > before);
			return Math.max(0, (seen?.at ?? Infinity) - moment);
		});
	}

	#note(what: 'cards' | 'votes', count: number, at: number): void {
		const counts = this.#counts[what];
		if (count > (counts.at(-1)?.count ?? 0)) counts.push({ count, at });
	}
}
