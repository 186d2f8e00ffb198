import type { TextRange } from '#text/text-places.ts';

/** The element in which the words of a paragraph stand, in the editor and in the view for reading alike. */
export function paragraphElement(within: ParentNode, paragraphId: string): HTMLElement | null {
	const found = within.querySelector<HTMLElement>(`[data-id="${CSS.escape(paragraphId)}"]`);
	return found?.matches('p, h1, h2, h3, h4') ? found : (found?.querySelector<HTMLElement>('p, h1, h2, h3, h4') ?? null);
}

/** What is only heard, as the lines of a paragraph, is none of its words. */
const withoutHeard = (node: Node): number =>
	node instanceof Element && node.matches('.visually-hidden') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;

/** Words of a paragraph as the browser knows them; a line break counts as one character. */
export function rangeInPage(within: ParentNode, { paragraphId, from, to }: TextRange): Range | null {
	const paragraph = paragraphElement(within, paragraphId);
	if (!paragraph) return null;
	const range = document.createRange();
	const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, withoutHeard);
	let passed = 0;
	let begun = false;
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		const length = node instanceof Text ? node.length : node.nodeName === 'BR' ? 1 : 0;
		if (!begun && from < passed + length) {
			if (node instanceof Text) range.setStart(node, from - passed);
			else range.setStartBefore(node);
			begun = true;
		}
		if (begun && to <= passed + length) {
			if (node instanceof Text) range.setEnd(node, to - passed);
			else range.setEndAfter(node);
			return range;
		}
		passed += length;
	}
	return null;
}

/** Brings words into the middle of the screen. */
export function showPlace(place: TextRange): void {
	const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
	const words = rangeInPage(document, place)?.startContainer.parentElement;
	const target = words ?? paragraphElement(document, place.paragraphId);
	target?.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' });
}
