import type { DroppedKind, Tally } from './dropped.ts';
import { importLimits } from './import-limits.ts';
import { element, wordsOf, type Element, type Markup } from './markup.ts';

const left: Record<string, DroppedKind> = {
	'w:footnoteReference': 'footnotes',
	'w:endnoteReference': 'footnotes',
	'w:commentReference': 'comments',
	'w:headerReference': 'headers',
	'w:footerReference': 'headers',
	'm:oMath': 'formulas'
};
const drawn = new Set(['w:drawing', 'w:pict', 'w:object', 'mc:AlternateContent']);

/** The body of a Word document without what no text of ours can hold: pictures, text boxes, notes, comments, headers, formulas. */
export function leaveBehind(body: Element, tally: Tally): Element {
	return { ...body, children: leaveAll(firstParagraphs(body.children, tally), tally, false) };
}

function leaveAll(nodes: readonly Markup[], tally: Tally, inLink: boolean): Markup[] {
	let stretch = false;
	return nodes.flatMap((node): Markup[] => {
		if (typeof node === 'string') return [node];
		const { name } = node;
		if (drawn.has(name)) {
			tally.count(has(node, 'w:txbxContent') ? 'textBoxes' : 'pictures');
			return [];
		}
		if (Object.hasOwn(left, name)) {
			tally.count(left[name]!);
			return [];
		}
		if (name === 'w:r' && wordsOf(node).trim() !== '') {
			const foreign = !inLink && hasForeignLooks(node);
			if (foreign && !stretch) tally.count('formats');
			stretch = foreign;
		}
		if (name === 'w:ilvl') return [lessDeep(node, tally)];
		return [{ ...node, children: leaveAll(node.children, tally, inLink || name === 'w:hyperlink') }];
	});
}

const has = (node: Markup, name: string): boolean =>
	typeof node !== 'string' && (node.name === name || node.children.some((child) => has(child, name)));

function lessDeep(level: Element, tally: Tally): Element {
	if (!(Number(level.attributes.get('w:val')) >= importLimits.listDepth)) return level;
	tally.count('depths');
	return element('w:ilvl', { 'w:val': String(importLimits.listDepth - 1) });
}

const plain = /^(none|auto|false|0|0{3}|0{6}|f{6}|clear|)$/i;

/** Whether a run is underlined, struck through, coloured or marked. What its style says is how the document looks, not what somebody set apart. */
function hasForeignLooks(run: Element): boolean {
	const properties = run.children.find(
		(child): child is Element => typeof child !== 'string' && child.name === 'w:rPr'
	);
	const style = properties?.children.some(
		(child) => typeof child !== 'string' && child.name === 'w:rStyle' && child.attributes.get('w:val') === 'Hyperlink'
	);
	if (!properties || style) return false;
	return properties.children.some((child) => {
		if (typeof child === 'string') return false;
		const value = child.attributes.get('w:val');
		if (/^w:d?strike$/.test(child.name)) return !/^(false|0)$/.test(value ?? '');
		if (child.name === 'w:shd') return !plain.test(child.attributes.get('w:fill') ?? '');
		return /^w:(u|color|highlight)$/.test(child.name) && !plain.test(value ?? '');
	});
}

/** As much of a document as is brought in at all; of the rest nothing has to be read. */
function firstParagraphs(nodes: readonly Markup[], tally: Tally): Markup[] {
	let room: number = importLimits.blocks;
	return nodes.filter((node) => {
		const paragraphs = paragraphsIn(node);
		if (room > 0) {
			room -= paragraphs;
			return true;
		}
		tally.count('rest', paragraphs);
		return typeof node !== 'string' && node.name === 'w:sectPr';
	});
}

const paragraphsIn = (node: Markup): number =>
	typeof node === 'string'
		? 0
		: node.name === 'w:p'
			? Number(wordsOf(node).trim() !== '')
			: node.children.reduce((sum, child) => sum + paragraphsIn(child), 0);
