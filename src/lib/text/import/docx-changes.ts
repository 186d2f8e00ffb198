import { element, wordsOf, type Element, type Markup } from './markup.ts';

/** Which of the two texts is read out of one with tracked changes. */
export type Side = 'before' | 'after';

/**
 * A Word document without tracked changes: as it was before them, or as it would be with all of them. What was moved is one thing that
 * went and one that came.
 */
export function resolveChanges(body: Element, side: Side): Element {
	return { ...body, children: joinParagraphs(resolveAll(body.children, side), side) };
}

/** How many places were changed; deleted and inserted words beside each other are one. */
export function countChanges(body: Element): number {
	let places = 0;
	let open = false;
	const walk = (node: Markup) => {
		if (typeof node === 'string') return;
		if (came.has(node.name) || went.has(node.name)) {
			if (!open) places += 1;
			open = true;
		} else if (node.name === 'w:r') open = false;
		else node.children.forEach(walk);
	};
	walk(body);
	return places;
}

const came = new Set(['w:ins', 'w:moveTo']);
const went = new Set(['w:del', 'w:moveFrom']);
/** Notes about earlier looks, and where moved words begin and end. */
const notes = /^w:(\w+Change|move(From|To)Range(Start|End)|numberingChange|customXml(Ins|Del|Move)\w+)$/;
const renamed: Record<string, string> = { 'w:delText': 'w:t', 'w:delInstrText': 'w:instrText' };

function resolveAll(nodes: readonly Markup[], side: Side): Markup[] {
	const [gone, kept] = side === 'after' ? [went, came] : [came, went];
	return nodes.flatMap((node): Markup[] => {
		if (typeof node === 'string') return [node];
		if (gone.has(node.name) || (node.name === 'w:tr' && isRow(node, gone))) return [];
		if (kept.has(node.name)) return resolveAll(node.children, side);
		if (/^w:[rp]Pr$/.test(node.name)) return [propertiesOf(node, side)];
		if (notes.test(node.name)) return [];
		const children = joinParagraphs(resolveAll(node.children, side), side);
		return [{ ...node, name: renamed[node.name] ?? node.name, children }];
	});
}

const childOf = (node: Element, name: string): Element | undefined =>
	node.children.find((child): child is Element => typeof child !== 'string' && child.name === name);

const isRow = (row: Element, changed: ReadonlySet<string>): boolean =>
	[...changed].some((name) => childOf(childOf(row, 'w:trPr') ?? row, name) !== undefined);

/** The looks of a run or paragraph as they are, or as a note says that they were. Whether the end of a paragraph was changed stays in them. */
function propertiesOf(properties: Element, side: Side): Element {
	const change = childOf(properties, `${properties.name}Change`);
	const earlier = change && childOf(change, properties.name);
	const now = properties.children.filter((child) => typeof child === 'string' || child !== change);
	if (side === 'after' || !earlier) return { ...properties, children: now };
	const marks = now.filter(
		(child) => typeof child !== 'string' && /^w:(rPr|ins|del|moveFrom|moveTo)$/.test(child.name)
	);
	return { ...properties, children: [...earlier.children, ...marks] };
}

/** Where the end of a paragraph is gone, what stands in it goes on in the next one, which has its own looks. */
function joinParagraphs(nodes: readonly Markup[], side: Side): Markup[] {
	const gone = side === 'after' ? went : came;
	const joined: Markup[] = [];
	let waiting: Element | null = null;
	for (const node of nodes) {
		const paragraph = typeof node !== 'string' && node.name === 'w:p' ? node : null;
		if (!paragraph && (typeof node === 'string' || !/^w:(tbl|sectPr|sdt)$/.test(node.name))) {
			joined.push(node);
			continue;
		}
		if (paragraph) {
			const whole: Element = waiting ? withContent(paragraph, contentOf(waiting)) : paragraph;
			waiting = isEndGone(paragraph, gone) ? whole : null;
			if (!waiting) joined.push(withoutEndMarks(whole));
			continue;
		}
		if (waiting) joined.push(...remains(waiting));
		waiting = null;
		joined.push(node);
	}
	return waiting ? [...joined, ...remains(waiting)] : joined;
}

/** A paragraph that nothing follows keeps its words, if it has any. */
const remains = (paragraph: Element): Element[] =>
	wordsOf(paragraph).trim() === '' ? [] : [withoutEndMarks(paragraph)];

const contentOf = ({ children }: Element): Markup[] =>
	children.filter((child) => typeof child === 'string' || child.name !== 'w:pPr');

function withContent(paragraph: Element, before: readonly Markup[]): Element {
	const properties = childOf(paragraph, 'w:pPr');
	return { ...paragraph, children: [...(properties ? [properties] : []), ...before, ...contentOf(paragraph)] };
}

const isEndGone = (paragraph: Element, gone: ReadonlySet<string>): boolean => {
	const end = childOf(childOf(paragraph, 'w:pPr') ?? paragraph, 'w:rPr');
	return end !== undefined && [...gone].some((name) => childOf(end, name) !== undefined);
};

function withoutEndMarks(paragraph: Element): Element {
	const properties = childOf(paragraph, 'w:pPr');
	if (!properties) return paragraph;
	const children = properties.children.filter((child) => typeof child === 'string' || child.name !== 'w:rPr');
	return { ...paragraph, children: [element('w:pPr', {}, children), ...contentOf(paragraph)] };
}
