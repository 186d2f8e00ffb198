import { tick } from 'svelte';
import type { Desk } from './desk.svelte.ts';

/** Moves the focus to an element in whichever view is shown, once it is there. */
export function focusOn(id: string): void {
	void tick().then(() => {
		const there = document.querySelector<HTMLElement>(`[data-element="${id}"], [data-entry="${id}"] [data-focus]`);
		there?.focus({ preventScroll: there.dataset.element === id });
	});
}

/** What comes after things that are about to go, or before them where nothing comes after. */
export function nextAfter({ order }: Pick<Desk, 'order'>, gone: ReadonlySet<string>): string | null {
	const last = order.findLastIndex((id) => gone.has(id));
	const after = order.slice(last + 1).find((id) => !gone.has(id));
	return after ?? order.slice(0, Math.max(last, 0)).findLast((id) => !gone.has(id)) ?? null;
}
