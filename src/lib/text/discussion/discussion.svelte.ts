import type { Doc } from '#domain/texts/doc.ts';
import type { Placed } from '../suggestions/placed.ts';
import type { SuggestionsHere } from '../suggestions/suggestions-here.svelte.ts';
import { paragraphIn, suggestionsFor } from './paragraph.ts';

/** What a discussion is about: what the text says by now, and what is suggested for it. */
interface Matter {
	now: Doc;
	here: SuggestionsHere;
	open: readonly Placed[];
}

/** The paragraph in discussion on one screen, as far as it still stands in the text. */
export class Discussion {
	/** The paragraph in which this person was last about to write. */
	caret = $state<string | null>(null);
	readonly #matter: () => Matter;
	readonly #id: string | null = $derived.by(() => this.#matter().here.discussed?.paragraphId ?? null);
	readonly paragraph = $derived.by(() => (this.#id === null ? null : paragraphIn(this.#matter().now, this.#id)));
	readonly suggested = $derived.by(() => {
		const { open, here } = this.#matter();
		return this.paragraph ? suggestionsFor(this.paragraph.id, open, here.all) : [];
	});

	constructor(matter: () => Matter) {
		this.#matter = matter;
	}

	get id(): string | null {
		return this.paragraph?.id ?? null;
	}

	/** Whether she is about to write in what somebody else has taken into discussion. */
	get disturbed(): boolean {
		return this.id !== null && this.caret === this.id && this.#matter().here.discussed?.mine === false;
	}

	/** Takes a paragraph into discussion; with null there is none. */
	take = (id: string | null): void => void this.#matter().here.discuss(id);
}
