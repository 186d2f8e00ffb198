import { element, type Element, type Markup } from './markup.ts';

/** The name of the place at which an item of a numbered list says which number it has. */
const sign = 'wirkraum-number-';

/**
 * Gives every item of a numbered list its number as the name of a place, because lists go on behind other paragraphs and what reads
 * the document for us begins each of them with 1.
 */
export function nameNumbers(body: Element, numbering: Element | null): Element {
	const restarts = restartsOf(numbering);
	const counts = new Map<string, number[]>();
	const walk = (node: Markup): Markup => {
		if (typeof node === 'string') return node;
		if (node.name !== 'w:p') return { ...node, children: node.children.map(walk) };
		const [id, level] = ['w:numId', 'w:ilvl'].map((name) => valueIn(node, ['w:pPr', 'w:numPr', name]));
		if (id === undefined || id === '0') return node;
		const { list, starts } = restarts.get(id) ?? { list: id, starts: [] };
		const depth = Math.min(Number(level ?? 0) || 0, 8);
		const count = (counts.get(list) ?? []).slice(0, depth + 1);
		count[depth] = (count[depth] ?? (starts[depth] ?? 1) - 1) + 1;
		counts.set(list, count);
		return {
			...node,
			children: [...node.children, element('w:bookmarkStart', { 'w:name': `${sign}${count[depth]}` })]
		};
	};
	return walk(body) as Element;
}

/** Lists that begin with the number of their first item; the names of the places are gone. */
export function numberLists(root: Element): Element {
	const walk = (node: Markup): Markup[] => {
		if (typeof node === 'string') return [node];
		if (node.name === 'a' && node.attributes.get('id')?.startsWith(sign)) return [];
		const number = node.name === 'ol' ? numberOf(node) : null;
		const children = node.children.flatMap(walk);
		return [number ? element('ol', { start: number }, children) : { ...node, children }];
	};
	return { ...root, children: root.children.flatMap(walk) };
}

function numberOf(list: Element): string | null {
	const [first] = list.children;
	if (!first || typeof first === 'string') return null;
	const place = (node: Element): string | null => {
		for (const child of node.children) {
			if (typeof child === 'string' || /^[uo]l$/.test(child.name)) continue;
			const id = child.name === 'a' ? child.attributes.get('id') : undefined;
			const found = id?.startsWith(sign) ? id.slice(sign.length) : place(child);
			if (found) return found;
		}
		return null;
	};
	return place(first);
}

interface Numbering {
	/** Lists with the same name go on counting. */
	list: string;
	/** The first number of each level. */
	starts: number[];
}

/** Which numberings count together, and where they begin. */
function restartsOf(numbering: Element | null): Map<string, Numbering> {
	const root = numbering ? (childrenOf(numbering, 'w:numbering')[0] ?? numbering) : element('');
	const levels = (node: Element, name: string, path: readonly string[]) => {
		const starts: number[] = [];
		for (const level of childrenOf(node, name)) {
			const start = Number(valueIn(level, path));
			const at = Number(level.attributes.get('w:ilvl'));
			if (Number.isSafeInteger(start) && at >= 0 && at < 9) starts[at] = start;
		}
		return starts;
	};
	const abstract = new Map(
		childrenOf(root, 'w:abstractNum').map((each) => [
			each.attributes.get('w:abstractNumId'),
			levels(each, 'w:lvl', ['w:start'])
		])
	);
	return new Map(
		childrenOf(root, 'w:num').map((num) => {
			const [id, kind] = [num.attributes.get('w:numId') ?? '', valueIn(num, ['w:abstractNumId']) ?? ''];
			const own = levels(num, 'w:lvlOverride', ['w:startOverride']);
			const starts = [...(abstract.get(kind) ?? [])];
			own.forEach((start, at) => (starts[at] = start));
			return [id, { list: own.length > 0 ? `own ${id}` : kind, starts }];
		})
	);
}

const childrenOf = (node: Element, name: string): Element[] =>
	node.children.filter((child): child is Element => typeof child !== 'string' && child.name === name);

function valueIn(node: Element, path: readonly string[]): string | undefined {
	const found = path.reduce<Element | undefined>((at, name) => at && childrenOf(at, name)[0], node);
	return found?.attributes.get('w:val');
}
