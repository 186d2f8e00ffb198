import * as Y from 'yjs';
import { canonicalJson } from '#domain/texts/canonical-json.ts';
import type { Doc, DocNode } from '#domain/texts/doc.ts';
import { attributesOf, childrenOf, type Child } from './children.ts';
import { readTable } from './read-table.ts';
import {
	bodyRoot,
	cellNames,
	deepest,
	listItems,
	readChecked,
	readId,
	readLevel,
	readMarks,
	readStart
} from './schema.ts';

/**
 * Reads what a text says as ProseMirror JSON in our schema, without an editor. It takes whatever somebody wrote into the
 * document: unknown nodes become paragraphs of their words, unknown marks and hostile links are dropped, and what lies
 * too deep is flattened.
 */
export function readBody(doc: Y.Doc): Doc {
	return readFragment(doc.getXmlFragment(bodyRoot));
}

/** The same for a fragment. */
export function readFragment(fragment: Y.XmlFragment): Doc {
	const content = new BodyReader().blocks(fragment, 1);
	return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

class BodyReader {
	readonly #ids = new Set<string>();

	blocks(parent: Y.XmlFragment, depth: number): DocNode[] {
		const blocks: DocNode[] = [];
		let loose: DocNode[] = [];
		const closeParagraph = () => {
			if (loose.length > 0) blocks.push({ type: 'paragraph', content: joined(loose) });
			loose = [];
		};
		for (const child of childrenOf(parent)) {
			if (!isBlock(child)) {
				loose.push(...inline(child));
				continue;
			}
			closeParagraph();
			blocks.push(...this.#block(child, depth));
		}
		closeParagraph();
		return blocks;
	}

	#block(element: Y.XmlElement, depth: number): DocNode[] {
		if (element.nodeName === 'paragraph') return [this.#textBlock('paragraph', {}, element)];
		if (element.nodeName === 'heading')
			return [this.#textBlock('heading', { level: readLevel(attributesOf(element).level) }, element)];
		// A list needs two levels below it: the item and its paragraph.
		if (depth + 2 > deepest) return flattened(element);
		const itemType = listItems.get(element.nodeName);
		if (itemType) return this.#list(element, itemType, depth);
		if (element.nodeName === 'table' && depth === 1)
			return readTable(element, (child) => this.#inCell(child, depth + 3));
		return this.blocks(element, depth + 1);
	}

	#textBlock(type: 'paragraph' | 'heading', attrs: { level?: number }, element: Y.XmlElement): DocNode {
		const content = joined(childrenOf(element).flatMap(inline));
		const id = this.#freshId(attributesOf(element).id);
		const all = { ...(id !== null && { id }), ...attrs };
		return {
			type,
			...(Object.keys(all).length > 0 && { attrs: all }),
			...(content.length > 0 && { content })
		};
	}

	#list(element: Y.XmlElement, itemType: 'listItem' | 'taskItem', depth: number): DocNode[] {
		const items = childrenOf(element)
			.map((child) => this.#item(child, itemType, depth + 1))
			.filter((item) => item !== null);
		if (items.length === 0) return [];
		const start = element.nodeName === 'orderedList' ? readStart(attributesOf(element).start) : null;
		return [{ type: element.nodeName, ...(start !== null && { attrs: { start } }), content: items }];
	}

	#item(child: Child, type: 'listItem' | 'taskItem', depth: number): DocNode | null {
		const item = child instanceof Y.XmlElement && /^(list|task)Item$/.test(child.nodeName);
		const blocks = item ? this.blocks(child, depth + 1) : this.#loose(child, depth + 1);
		if (blocks.length === 0 && !item) return null;
		const begins = blocks[0]?.type === 'paragraph';
		return {
			type,
			...(type === 'taskItem' && { attrs: { checked: item && readChecked(attributesOf(child).checked) } }),
			content: begins ? blocks : [{ type: 'paragraph' }, ...blocks]
		};
	}

	/** What stands in a list or a table without being an item or a cell. */
	#loose(child: Child, depth: number): DocNode[] {
		return isBlock(child) ? this.#block(child, depth) : paragraphOf(inline(child));
	}

	#inCell(child: Child, depth: number): DocNode[] {
		const cell = child instanceof Y.XmlElement && cellNames.some((name) => name === child.nodeName);
		return cell ? this.blocks(child, depth) : this.#loose(child, depth);
	}

	/** Two paragraphs never share an id: the first keeps it. */
	#freshId(value: unknown): string | null {
		const id = readId(value);
		if (id === null || this.#ids.has(id)) return null;
		this.#ids.add(id);
		return id;
	}
}

const isBlock = (child: Child): child is Y.XmlElement =>
	child instanceof Y.XmlElement && child.nodeName !== 'hardBreak';

function inline(child: Child): DocNode[] {
	if (child instanceof Y.XmlText) return stretches(child);
	if (child.nodeName === 'hardBreak') return [{ type: 'hardBreak' }];
	return wordsBelow(child).map((text) => ({ type: 'text', text }));
}

function stretches(text: Y.XmlText): DocNode[] {
	const nodes: DocNode[] = [];
	for (const { insert, attributes = {} } of text.toDelta() as Stretch[]) {
		if (typeof insert !== 'string' || insert === '') continue;
		const marks = readMarks(attributes);
		nodes.push({ type: 'text', ...(marks.length > 0 && { marks }), text: insert });
	}
	return nodes;
}

/** Neighbouring stretches with the same formatting are one, as the editor has it. */
function joined(nodes: readonly DocNode[]): DocNode[] {
	const result: DocNode[] = [];
	for (const node of nodes) {
		const last = result.at(-1);
		if (node.type === 'text' && last?.type === 'text' && sameMarks(node, last))
			result[result.length - 1] = { ...last, text: `${last.text}${node.text}` };
		else result.push(node);
	}
	return result;
}

const sameMarks = (a: DocNode, b: DocNode): boolean => canonicalJson(a.marks ?? []) === canonicalJson(b.marks ?? []);

interface Stretch {
	insert: unknown;
	attributes?: Record<string, unknown>;
}

const flattened = (element: Y.XmlElement): DocNode[] =>
	wordsBelow(element).map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }));

const paragraphOf = (content: DocNode[]): DocNode[] => (content.length > 0 ? [{ type: 'paragraph', content }] : []);

/** The words of everything below, one string for each run of text. An own stack, because depth is the stranger's choice. */
function wordsBelow(element: Y.XmlElement): string[] {
	const words: string[] = [];
	const open: Child[] = [element];
	for (let next = open.pop(); next; next = open.pop()) {
		if (next instanceof Y.XmlElement) open.push(...childrenOf(next).reverse());
		else
			words.push(
				stretches(next)
					.map(({ text }) => text)
					.join('')
			);
	}
	return words.filter((text) => text !== '');
}
