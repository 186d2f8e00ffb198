import type { BoardSnapshot } from '#board/board-element.ts';
import type { BoardChange } from '#board/changes.ts';
import { BoardActions } from './actions.ts';
import { Announcer } from './announcer.svelte.ts';
import type { Desk } from './desk.svelte.ts';
import { Follow } from './follow/follow.svelte.ts';
import { Slides } from './slides/slides.svelte.ts';

/** What one needs at a desk to work with its board, and not to look at it: it comes after the first picture. */
export class Work {
	readonly actions: BoardActions;
	readonly announcer: Announcer;
	readonly follow: Follow;
	readonly slides: Slides;
	#steps = $state.raw({ canUndo: false, canRedo: false });

	constructor(desk: Desk) {
		this.actions = new BoardActions(desk.docs, desk.by);
		this.announcer = new Announcer(() => desk.snapshot);
		this.follow = new Follow(desk);
		this.slides = new Slides(desk);
	}

	get canUndo(): boolean {
		return this.#steps.canUndo;
	}

	get canRedo(): boolean {
		return this.#steps.canRedo;
	}

	/** Takes in what has changed on the board. */
	hear(changes: readonly BoardChange[], before: BoardSnapshot): void {
		this.announcer.hear(changes, before);
		this.#steps = { canUndo: this.actions.canUndo, canRedo: this.actions.canRedo };
	}

	close(): void {
		this.announcer.close();
		this.actions.close();
	}
}
