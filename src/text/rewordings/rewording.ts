import { canonicalJson } from '#domain/texts/canonical-json.ts';
import type { DocNode } from '#domain/texts/doc.ts';
import { identifiedNodes } from '../schema.ts';

/**
 * Another wording for a passage of a text: neighbouring blocks as they stood, and what is to stand in their place. `before` is never empty:
 * what only adds something says beside which block. `after` is empty for what is to go.
 */
export interface Rewording {
	readonly before: readonly DocNode[];
	readonly after: readonly DocNode[];
}

/** Whether a node holds words itself, and carries an id. */
export const isTextBlock = ({ type }: DocNode): boolean => identifiedNodes.some((name) => name === type);

const keys = new WeakMap<DocNode, string>();

/** What a node says in one string, for comparing. Nodes never change, so it is written once for each. */
export function keyOf(node: DocNode): string {
	let key = keys.get(node);
	if (key === undefined) keys.set(node, (key = canonicalJson(node)));
	return key;
}

/** Whether two rows of nodes say the same. */
export const areSame = (some: readonly DocNode[], others: readonly DocNode[]): boolean =>
	some.length === others.length && some.every((node, at) => node === others[at] || keyOf(node) === keyOf(others[at]!));

/** The id of a paragraph or heading, or null. */
export function idOf({ attrs }: DocNode): string | null {
	const id = attrs?.id;
	return typeof id === 'string' && id !== '' ? id : null;
}

/** The ids of all paragraphs and headings in a node, itself included, in reading order. */
export function idsIn(node: DocNode): string[] {
	if (isTextBlock(node)) return [idOf(node)].filter((id) => id !== null);
	return (node.content ?? []).flatMap(idsIn);
}
