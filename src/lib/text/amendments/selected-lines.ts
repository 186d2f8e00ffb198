import type { LineRange } from '#text/amendments/passage.ts';

/** Which lines of a version on the page are selected, or null where the selection is empty or lies elsewhere. */
export function selectedLines(paper: HTMLElement, selection: Selection | null): LineRange | null {
	if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
	const range = selection.getRangeAt(0);
	if (!paper.contains(range.commonAncestorContainer)) return null;
	const lines = [...paper.querySelectorAll<HTMLElement>('[data-line]')].map((mark) => ({
		number: Number(mark.dataset.line),
		at: range.comparePoint(mark, 0)
	}));
	const inside = lines.filter(({ at }) => at === 0);
	const begun = lines.findLast(({ at }) => at < 0);
	const [first, last] = [begun ?? inside[0], inside.at(-1) ?? begun];
	return first && last ? { first: first.number, last: last.number } : null;
}
