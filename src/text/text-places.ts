import * as Y from 'yjs';
import { bodyRoot, identifiedNodes, readId } from './schema.ts';

/** A place between two characters of a paragraph. Characters count as in the editor: a line break is one. */
export interface TextPoint {
	paragraphId: string;
	offset: number;
}

/** Some characters of one paragraph. */
export interface TextRange {
	paragraphId: string;
	from: number;
	to: number;
}

/** A run of characters or a line break, and where in its paragraph it begins. */
export interface Piece {
	node: Y.XmlText | Y.XmlElement;
	/** Which child of the paragraph it is. */
	index: number;
	from: number;
	length: number;
}

/** A paragraph or heading with its words. */
export interface Block {
	/** Its own; null for what came without one, or with that of a paragraph before it. */
	id: string | null;
	element: Y.XmlElement;
	pieces: readonly Piece[];
	words: string;
}

/** All paragraphs and headings of a text in their order, at one moment: whoever looks for many places walks through the text once. */
export class TextPlaces {
	readonly doc: Y.Doc;
	readonly blocks: readonly Block[];
	readonly #byId = new Map<string, number>();
	readonly #byNode = new Map<unknown, { at: number; from: number }>();

	constructor(doc: Y.Doc) {
		this.doc = doc;
		this.blocks = textBlocks(doc.getXmlFragment(bodyRoot)).map((element, at) => this.#block(element, at));
	}

	/** Which block a paragraph is, or -1. */
	indexOf(paragraphId: string): number {
		return this.#byId.get(paragraphId) ?? -1;
	}

	block(paragraphId: string): Block | null {
		return this.blocks[this.indexOf(paragraphId)] ?? null;
	}

	/** Where a position of the document lies among the paragraphs, or null. */
	find({ type, index }: { type: unknown; index: number }): { at: number; offset: number } | null {
		const found = this.#byNode.get(type);
		const block = found && this.blocks[found.at];
		if (!block) return null;
		if (type !== block.element) return { at: found.at, offset: found.from + index };
		const piece = block.pieces.find((each) => each.index >= index);
		return { at: found.at, offset: piece?.from ?? block.words.length };
	}

	#block(element: Y.XmlElement, at: number): Block {
		const wanted = readId(element.getAttribute('id'));
		const id = wanted !== null && !this.#byId.has(wanted) ? wanted : null;
		if (id !== null) this.#byId.set(id, at);
		const pieces: Piece[] = [];
		let words = '';
		for (const [index, node] of element.toArray().entries()) {
			if (!(node instanceof Y.XmlText || node instanceof Y.XmlElement)) continue;
			const own = node instanceof Y.XmlText ? wordsOf(node) : node.nodeName === 'hardBreak' ? '\n' : '\uFFFC';
			pieces.push({ node, index, from: words.length, length: own.length });
			this.#byNode.set(node, { at, from: words.length });
			words += own;
		}
		this.#byNode.set(element, { at, from: 0 });
		return { id, element, pieces, words };
	}
}

/** An own stack, because depth is the choice of whoever wrote the document. */
function textBlocks(body: Y.XmlFragment): Y.XmlElement[] {
	const blocks: Y.XmlElement[] = [];
	const open = elementsOf(body).reverse();
	for (let next = open.pop(); next; next = open.pop()) {
		if (isTextBlock(next)) blocks.push(next);
		else open.push(...elementsOf(next).reverse());
	}
	return blocks;
}

const isTextBlock = ({ nodeName }: Y.XmlElement): boolean => identifiedNodes.some((name) => name === nodeName);

const elementsOf = (parent: Y.XmlFragment): Y.XmlElement[] =>
	parent.toArray().filter((child) => child instanceof Y.XmlElement);

/** What is no character takes the room of one. */
function wordsOf(text: Y.XmlText): string {
	const stretches = text.toDelta() as { insert: unknown }[];
	return stretches.map(({ insert }) => (typeof insert === 'string' ? insert : '\uFFFC')).join('');
}
