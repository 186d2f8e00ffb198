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
	doc.transact(() => fragment.insert(0, write(blocks, newId)));
}

function write(nodes: readonly DocNode[], newId: () => string): (Y.XmlElement | Y.XmlText)[] {
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
	const made = new Y.XmlElement<Record<string, string | number>>(node.type);
	const attrs = identified(node.type) ? { id: newId(), ...node.attrs } : { ...node.attrs };
	for (const [name, value] of Object.entries(attrs))
		if (typeof value === 'string' || typeof value === 'number') made.setAttribute(name, value);
	made.insert(0, write(node.content ?? [], newId));
	return made as unknown as Y.XmlElement;
}

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
