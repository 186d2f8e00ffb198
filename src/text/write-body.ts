import * as Y from 'yjs';
import { invariant } from '#domain/result.ts';
import type { Doc, DocNode } from '#domain/texts/doc.ts';
import { bodyRoot, identifiedNodes } from './schema.ts';

/**
 * Fills an empty text document, so that the server needs no editor to begin one. It writes exactly what the editor
 * would write; paragraphs and headings without an id get one from `newId`. A text always has at least one paragraph:
 * otherwise two people who open it at once would each begin their own.
 */
export function writeBody(doc: Y.Doc, body: Doc, newId: () => string): void {
	const fragment = doc.getXmlFragment(bodyRoot);
	invariant(fragment.length === 0, 'only an empty text is filled');
	const blocks = body.content?.length ? body.content : [{ type: 'paragraph' }];
	doc.transact(() => fragment.insert(0, writeBlocks(blocks, newId)));
}

/** Blocks as the live text holds them. */
export function writeBlocks(nodes: readonly DocNode[], newId: () => string): (Y.XmlElement | Y.XmlText)[] {
	const written: (Y.XmlElement | Y.XmlText)[] = [];
	for (let at = 0; at < nodes.length; at++) {
		const node = nodes[at]!;
		if (node.type !== 'text') {
			written.push(element(node, newId));
			continue;
		}
		const run = [node];
		for (let next = nodes[at + 1]; next?.type === 'text'; next = nodes[++at + 1]) run.push(next);
		written.push(textOf(run));
	}
	return written;
}

function element(node: DocNode, newId: () => string): Y.XmlElement {
	const made = new Y.XmlElement<Record<string, Written>>(node.type);
	const attrs = { ...(identified(node.type) && { id: newId() }), ...writtenAlways[node.type], ...node.attrs };
	for (const [name, value] of Object.entries(attrs)) if (isWritten(value)) made.setAttribute(name, value);
	made.insert(0, writeBlocks(node.content ?? [], newId));
	return made as unknown as Y.XmlElement;
}

/** What the editor writes as an attribute. */
type Written = string | number | boolean;
const isWritten = (value: unknown): value is Written => ['string', 'number', 'boolean'].includes(typeof value);

/** What the editor writes also where it says nothing. */
const onePlace = { colspan: 1, rowspan: 1 };
const writtenAlways: Readonly<Record<string, Record<string, Written>>> = {
	taskItem: { checked: false },
	tableHeader: onePlace,
	tableCell: onePlace
};

const identified = (type: string): boolean => identifiedNodes.some((name) => name === type);

/** Neighbouring stretches share one shared type and differ by their formats, as the editor has it. */
function textOf(stretches: readonly DocNode[]): Y.XmlText {
	const made = new Y.XmlText();
	made.applyDelta(
		stretches.map(({ text = '', marks = [] }) => ({
			insert: text,
			attributes: Object.fromEntries(marks.map(({ type, attrs }) => [type, attrs ?? {}]))
		}))
	);
	return made;
}
