import { flushSync } from 'svelte';
import { isOther, type HandEvents } from './hand-events.ts';

/** What takes over. */
interface Hands {
	readonly events: HandEvents;
	onkeynowhere(event: KeyboardEvent): void;
}
type Deed = (hands: Hands) => void;

/**
 * Hands on the canvas while what they work with is still on its way: what they do is kept and done as soon as it has come, so that who
 * is quick loses nothing.
 */
export class EarlyHands {
	#hands: Hands | null = null;
	readonly #kept: Deed[] = [];
	readonly #stir: () => void;

	/** `stir` is called when there is a hand. */
	constructor(stir: () => void) {
		this.#stir = stir;
	}

	/** For the element that shows the board. */
	readonly events: HandEvents = {
		onpointerdown: (event) => {
			// A pointer can be caught only while it is down.
			if (!isOther(event)) (event.currentTarget as Element).setPointerCapture(event.pointerId);
			this.#do(({ events }) => events.onpointerdown(event));
		},
		onpointermove: (event) => {
			// Where a mouse has rested before is of no use to anybody.
			if (this.#hands || event.buttons !== 0) this.#do(({ events }) => events.onpointermove(event));
			else this.#stir();
		},
		onpointerup: (event) => this.#do(({ events }) => events.onpointerup(event)),
		onpointercancel: (event) => this.#do(({ events }) => events.onpointercancel(event)),
		ontouchend: (event) => this.#do(({ events }) => events.ontouchend(event)),
		onpointerleave: (event) => this.#do(({ events }) => events.onpointerleave(event)),
		onkeydown: (event) => this.#press(event, ({ events }) => events.onkeydown(event)),
		onfocusin: (event) => this.#do(({ events }) => events.onfocusin(event)),
		onmousedown: (event) => this.#do(({ events }) => events.onmousedown(event)),
		oncontextmenu: (event) => this.#do(({ events }) => events.oncontextmenu(event))
	};

	/** A key that was pressed while nothing of the page had the focus. */
	onkeynowhere = (event: KeyboardEvent): void => {
		if (event.target === document.body) this.#press(event, (hands) => hands.onkeynowhere(event));
	};

	take(hands: Hands): void {
		this.#hands = hands;
		for (const deed of this.#kept.splice(0)) {
			deed(hands);
			flushSync();
		}
	}

	#do(deed: Deed): void {
		if (this.#hands) return deed(this.#hands);
		this.#stir();
		this.#kept.push(deed);
	}

	/** Who pressed "n" and went on typing has meant the new card. */
	#press(event: KeyboardEvent, deed: Deed): void {
		this.#do(this.#hands ? deed : (hands) => typeInto(document.activeElement, event) || deed(hands));
	}
}

/** Gives a key to a field that did not exist yet when it was pressed; answers whether there is one now. */
function typeInto(field: Element | null, event: KeyboardEvent): boolean {
	if (!(field instanceof HTMLTextAreaElement)) return false;
	const { key, shiftKey, ctrlKey, metaKey } = event;
	if (key.length === 1 && !ctrlKey && !metaKey) document.execCommand('insertText', false, key);
	else field.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, ctrlKey, metaKey, bubbles: true }));
	return true;
}
