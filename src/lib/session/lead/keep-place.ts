/** What the focus may be moved to when the button that had it is gone: the part of the page in which it was. */
const parts = 'section, nav, aside';

/** Whether somebody at the keyboard could still stand here. */
const isThere = (element: Element): boolean => element.isConnected && element.getClientRects().length > 0;

/**
 * Keeps the place of somebody who works by keyboard. A deed often takes away the button that did it; then the focus goes to the part of
 * the page in which the button was, or to the heading when that is gone as well, instead of getting lost.
 */
export function keepPlace(page: HTMLElement): () => void {
	let last: Element | null = null;
	let around: Element[] = [];

	const arrived = ({ target }: FocusEvent) => {
		last = target as Element;
		around = [];
		for (let part = last.parentElement?.closest(parts); part; part = part.parentElement?.closest(parts))
			around.push(part);
	};
	const changed = () => {
		if (!last || isThere(last)) return;
		if (document.activeElement && document.activeElement !== document.body) return;
		const next = around.find(isThere) ?? page.querySelector('h1');
		if (!(next instanceof HTMLElement)) return;
		next.tabIndex = -1;
		next.focus();
	};
	const observer = new MutationObserver(changed);
	observer.observe(page, { childList: true, subtree: true, attributeFilter: ['open', 'hidden'] });
	page.addEventListener('focusin', arrived);
	return () => {
		observer.disconnect();
		page.removeEventListener('focusin', arrived);
	};
}
