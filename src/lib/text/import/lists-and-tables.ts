import { importLimits } from './import-limits.ts';
import { element, isBlank, type Element } from './markup.ts';

/** The items of a list; lists that lie in it without an item belong to the item before them. */
export function itemsOf(list: Element): Element[] {
	const items: Element[] = [];
	for (const child of list.children) {
		if (typeof child !== 'string' && child.name === 'li') items.push({ ...child, children: [...child.children] });
		else if (isBlank(child)) continue;
		else if (items.length > 0 && typeof child !== 'string' && /^[uo]l$/.test(child.name))
			items.at(-1)!.children.push(child);
		else items.push(element('li', {}, [child]));
	}
	return items;
}

/** The rows of a table with their cells; tables inside cells are part of the cells. */
export function rowsOf(table: Element): Element[][] {
	const parts = table.children.filter((child): child is Element => typeof child !== 'string');
	return parts.flatMap((part) => {
		if (/^(thead|tbody|tfoot)$/.test(part.name)) return rowsOf(part);
		if (part.name !== 'tr') return [];
		return [part.children.filter((cell): cell is Element => typeof cell !== 'string' && /^t[dh]$/.test(cell.name))];
	});
}

export const spanOf = (value: string | undefined): number =>
	Math.min(Math.max(parseInt(value ?? '1', 10) || 1, 1), importLimits.span);

/** An item begins with a paragraph; a heading at this place is one. */
export function paragraphFirst([first, ...rest]: Element[]): Element[] {
	if (first && /^h\d$/.test(first.name)) return [element('p', {}, first.children), ...rest];
	return first?.name === 'p' ? [first, ...rest] : [element('p'), ...(first ? [first] : []), ...rest];
}
