import type { BoardElement } from '#board/board-element.ts';
import type { LinkedKind } from '#board/elements/linked.ts';
import type { VersionState } from '#domain/goals/version-state.ts';
import { sameWords } from '#domain/texts/normal-form.ts';
import type { LinkedView } from '#protocol/linked-views.ts';
import * as m from '#paraglide/messages.js';

/** Something of the house behind an element, and whether it is worded otherwise by now. */
export interface Link {
	view: LinkedView;
	differs: boolean;
}

/** What of the house can stand on a board, as it is today. The facts come from the server and stand in no document. */
export class LinkedThings {
	/** Null as long as nobody has asked. */
	#views = $state.raw<readonly LinkedView[] | null>(null);
	readonly #byRef = $derived(new Map(this.#views?.map((view) => [`${view.kind} ${view.ref}`, view])));
	/** Fetches the facts; the page says from where. Without a network the board keeps what it knows. */
	source: () => Promise<readonly LinkedView[] | null> = () => Promise.resolve(null);

	get views(): readonly LinkedView[] | null {
		return this.#views;
	}

	async ask(): Promise<void> {
		this.#views = (await this.source()) ?? this.#views ?? [];
	}

	/** Null for what stands for nothing, or for something that this person may not read. */
	of({ type, ref, text }: Pick<BoardElement, 'type' | 'ref' | 'text'>): Link | null {
		const view = ref === undefined ? undefined : this.#byRef.get(`${type} ${ref}`);
		return view ? { view, differs: !sameWords(text, view.words) } : null;
	}
}

const stateWord: Record<VersionState, () => string> = {
	draft: m.goals_state_draft,
	released: m.goals_state_released,
	adopted: m.goals_state_adopted,
	rejected: m.goals_state_rejected,
	superseded: m.goals_state_superseded,
	archived: m.goals_state_archived
};

/** "Nr. 2.1, Beschlossen" or "3 Themen" */
export function linkMark(view: LinkedView): string {
	if (view.kind === 'strategy-card') return m.kinds_strategy_card_mark({ count: view.topics });
	return m.kinds_goal_mark({ number: view.number, state: stateWord[view.state]() });
}

/** The same for somebody who hears it, and that the wording is another one. */
export function linkWords({ view, differs }: Link): string[] {
	return differs ? [linkMark(view), m.kinds_linked_differs()] : [linkMark(view)];
}

/** The page of what an element stands for. */
export function pageOf({ kind, ref }: LinkedView): string {
	return kind === 'goal' ? `/goals/${ref}` : `/c/${ref}`;
}

/** What the way there is called. */
export const openWord: Record<LinkedKind, () => string> = {
	goal: m.kinds_goal_open,
	'strategy-card': m.kinds_strategy_card_open
};
