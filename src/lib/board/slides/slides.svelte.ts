import type { BoardElement, BoardSnapshot } from '#board/board-element.ts';
import { isCluster } from '#board/cluster.ts';
import * as m from '#paraglide/messages.js';
import { areasOf } from '../arrange.ts';
import type { Desk } from '../desk.svelte.ts';
import { titleOr } from '../words.ts';

/** Where one goes from a slide. */
export type Turn = 'next' | 'back' | 'first' | 'last';

/** The areas of a board, shown one after the other as slides. */
export class Slides {
	#current = $state<string | null>(null);
	readonly #desk: Desk;

	constructor(desk: Desk) {
		this.#desk = desk;
	}

	/** The area that is shown; null while nothing is, also where it has gone meanwhile. */
	get current(): BoardElement | null {
		return this.#desk.board.element(this.#current) ?? null;
	}

	start(): void {
		const [first] = slidesOf(this.#desk.snapshot);
		if (!first) return this.#desk.announcer.say(m.canvas_slides_none());
		this.#desk.selection.clear();
		this.#show(first);
	}

	stop(): void {
		if (this.#current === null) return;
		this.#current = null;
		this.#desk.presence.show({ presenting: false });
		this.#desk.announcer.say(m.canvas_slides_ended());
	}

	turn(way: Turn): void {
		const slides = slidesOf(this.#desk.snapshot);
		const at = slides.findIndex(({ id }) => id === this.#current);
		const to = { next: Math.min(at + 1, slides.length - 1), back: Math.max(at - 1, 0), first: 0, last: -1 }[way];
		const slide = slides.at(to);
		if (slide && slide.id !== this.#current) this.#show(slide);
	}

	#show(slide: BoardElement): void {
		this.#current = slide.id;
		this.#desk.presence.show({ presenting: true });
	}
}

/** "Sammeln (2 von 5)" */
export function slideName({ id, text }: BoardElement, slides: readonly BoardElement[]): string {
	const at = slides.findIndex((slide) => slide.id === id) + 1;
	return m.canvas_slides_at({ title: titleOr(text), at, count: slides.length });
}

/** Working areas in the order of the list; on a board without them its topics. */
export function slidesOf(board: BoardSnapshot): readonly BoardElement[] {
	const areas = areasOf(board);
	const working = areas.filter((area) => !isCluster(area));
	return working.length > 0 ? working : areas;
}
