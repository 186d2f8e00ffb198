import { element, type Element, type Markup } from './markup.ts';

/** One item of a list as Word writes it: a paragraph that knows its list, how deep it lies there, and which sign stands before it. */
export interface ListParagraph {
	readonly list: string;
	readonly level: number;
	readonly marker: string;
	readonly content: Markup[];
}

/** Such paragraphs, one below the other, as lists that lie in each other. */
export function listsOf(paragraphs: readonly ListParagraph[]): Element[] {
	const lists: Element[] = [];
	let open: { list: Element; level: number; of: string }[] = [];
	for (const { list: of, level, marker, content } of paragraphs) {
		open = open.filter((each) => each.level <= level);
		const number = numberOf(marker);
		const kind = number === null ? 'ul' : 'ol';
		const same = open.at(-1);
		if (same?.level === level && (same.list.name !== kind || same.of !== of)) open.pop();
		let current = open.at(-1);
		if (current?.level !== level) {
			const list = element(kind, number !== null && number > 1 ? { start: String(number) } : {});
			const item = current?.list.children.at(-1);
			if (item && typeof item !== 'string') item.children.push(list);
			else lists.push(list);
			current = { list, level, of };
			open.push(current);
		}
		current.list.children.push(element('li', {}, [element('p', {}, content)]));
	}
	return lists;
}

/** The number that a sign such as "3." or "2.4)" means; signs without one are dots and dashes. Letters and Roman numbers count from 1. */
function numberOf(marker: string): number | null {
	const [, digits] = /(\d{1,4})[.):]?$/.exec(marker) ?? [];
	if (digits) return Number(digits);
	return /^\(?([a-z]|[ivxlcdm]+)[.)]$/i.test(marker) ? 1 : null;
}
