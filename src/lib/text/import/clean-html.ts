import { safeHref } from '#text/schema.ts';
import { Allowance } from './allowance.ts';
import { checkOf, isChecked, withoutCheck } from './check-boxes.ts';
import type { Tally } from './dropped.ts';
import { Flow, type Place } from './flow.ts';
import { importLimits } from './import-limits.ts';
import { itemsOf, paragraphFirst, rowsOf, spanOf } from './lists-and-tables.ts';
import { asRaised, looksOf } from './looks.ts';
import { element, wordsOf, type Element, type Markup } from './markup.ts';

/**
 * Takes on what a text may be made of and nothing else: paragraphs, headings, lists, tables, line breaks, bold, italic and safe links.
 * It builds all elements anew, so that no attribute and no element comes through that is not written here.
 */
export function cleanHtml(root: Element, tally: Tally): Element[] {
	return new Cleaner(tally).flow(root.children, {});
}

/** Elements that are left behind with everything in them, and as what they count. */
const left: Record<string, 'pictures' | 'formulas' | null> = {
	...Object.fromEntries(
		[
			'img',
			'svg',
			'picture',
			'video',
			'audio',
			'canvas',
			'object',
			'embed',
			'iframe',
			'v:shape',
			'v:group',
			'v:rect'
		].map((name) => [name, 'pictures'] as const)
	),
	math: 'formulas',
	...Object.fromEntries(
		'head script style template noscript xml title meta link base select button textarea map frameset noembed xmp v:shapetype'
			.split(' ')
			.map((name) => [name, null])
	)
};
const blocks = new Set(
	'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form header hr html legend li main nav p pre section summary tbody td tfoot th thead tr'.split(
		' '
	)
);

class Cleaner {
	readonly #tally: Tally;
	readonly #allowance = new Allowance();

	constructor(tally: Tally) {
		this.#tally = tally;
	}

	/** What stands below each other: whole blocks, and paragraphs of what stands loose between them. */
	flow(nodes: readonly Markup[], place: Place): Element[] {
		const flow = new Flow((stretches) => this.#allowance.take(stretches), this.#tally);
		this.#read(nodes, place, flow);
		flow.endParagraph();
		return flow.blocks;
	}

	#read(nodes: readonly Markup[], place: Place, flow: Flow): void {
		for (const node of nodes) {
			if (typeof node === 'string') flow.addWords(node, place);
			else this.#element(node, place, flow);
		}
	}

	#element(node: Element, place: Place, flow: Flow): void {
		const { name, children } = node;
		if (Object.hasOwn(left, name)) return this.#leave(node);
		const looks = looksOf(node);
		if (looks.hidden) return;
		if (name === 'br') return flow.addBreak();
		if (name === 'input') return flow.addWords(isChecked(node) === null ? '' : isChecked(node) ? '☑ ' : '☐ ', place);
		if (/^h[1-6]$/.test(name)) return this.#heading(node, place, flow);
		if (name === 'ul' || name === 'ol') return flow.add(...this.#list(node, place));
		if (name === 'table' && !place.inTable) return flow.add(...this.#table(node, place));
		const raised = name === 'sup' || name === 'sub' ? asRaised(name, wordsOf(node)) : null;
		if (raised !== null) return flow.addWords(raised, place);
		const block = blocks.has(name) || name === 'table';
		if (block) flow.endParagraph();
		this.#read(children, { ...this.#within(node, looks, place), ...(name === 'pre' && { lines: true }) }, flow);
		if (block) flow.endParagraph();
	}

	#leave({ name, attributes }: Element): void {
		const kind = left[name];
		// A picture of one dot is there to see who looks.
		if (kind && attributes.get('width') !== '1') this.#tally.count(kind);
	}

	#within(node: Element, looks: ReturnType<typeof looksOf>, place: Place): Place {
		const link = node.name === 'a' ? node.attributes.get('href') : undefined;
		const href = safeHref(link);
		if (link !== undefined && href === null && wordsOf(node).trim() !== '') this.#tally.count('links');
		const inLink = place.href !== undefined || link !== undefined;
		const foreign = (looks.foreign && !inLink) || node.name === 'sup' || node.name === 'sub';
		if (foreign && !place.foreign && wordsOf(node).trim() !== '') this.#tally.count('formats');
		return {
			...place,
			bold: place.heading ? false : (looks.bold ?? place.bold ?? false),
			italic: looks.italic ?? place.italic ?? false,
			foreign: place.foreign || foreign,
			...(href !== null && { href })
		};
	}

	#heading({ name, children }: Element, place: Place, flow: Flow): void {
		flow.endParagraph();
		flow.rank = `h${Math.min(Number(name[1]), 3)}`;
		this.#read(children, { ...place, bold: false, heading: true }, flow);
		flow.endParagraph();
		flow.rank = 'p';
	}

	#list(list: Element, place: Place): Element[] {
		const depth = (place.depth ?? 0) + 1;
		const inner = { ...place, depth };
		const items = itemsOf(list);
		const checks = items.map(checkOf);
		const tasks = items.length > 0 && checks.every((check) => check !== null);
		const read = items.map((item, at) => {
			const content = this.flow(tasks ? withoutCheck(item.children) : item.children, inner);
			return { content, checked: checks[at] === true };
		});
		const full = read.filter(({ content }) => content.length > 0);
		if (depth > (place.inTable ? importLimits.listDepthInTable : importLimits.listDepth)) {
			this.#tally.count('depths', full.length);
			return full.flatMap(({ content }) => content);
		}
		const made = full.map(({ content, checked }) =>
			element('li', tasks ? { 'data-type': 'taskItem', 'data-checked': String(checked) } : {}, paragraphFirst(content))
		);
		if (made.length === 0) return [];
		const start = Number(list.attributes.get('start'));
		if (tasks) return [element('ul', { 'data-type': 'taskList' }, made)];
		const numbered = list.name === 'ol' && Number.isSafeInteger(start) && start > 1 && start < 10_000;
		return [element(list.name, numbered ? { start: String(start) } : {}, made)];
	}

	#table(table: Element, place: Place): Element[] {
		const inner = { ...place, inTable: true, depth: 0 };
		const caption = table.children.find(
			(child): child is Element => typeof child !== 'string' && child.name === 'caption'
		);
		const rows = rowsOf(table).map((row) => {
			const made = row.map(({ name, attributes, children }) => {
				const spans = ['colspan', 'rowspan'].map((side) => [side, spanOf(attributes.get(side))] as const);
				const content = this.flow(children, inner);
				return element(
					name,
					Object.fromEntries(spans.filter(([, span]) => span > 1).map(([side, span]) => [side, String(span)])),
					content.length > 0 ? content : [element('p')]
				);
			});
			return element('tr', {}, made);
		});
		const full = rows.filter(({ children }) => children.some((cell) => wordsOf(cell).trim() !== ''));
		const title = caption ? this.flow(caption.children, place) : [];
		return full.length > 0 ? [...title, element('table', {}, [element('tbody', {}, full)])] : title;
	}
}
