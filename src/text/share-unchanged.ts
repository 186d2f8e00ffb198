import type { Doc, DocNode } from '#domain/texts/doc.ts';
import { idsIn } from './rewordings/rewording.ts';

/**
 * The later of two readings of a text, with every part that says what it said before being the very same object: whoever has drawn,
 * compared or placed something for it finds by `===` that nothing is to be done. Where nothing has changed, the answer is `earlier`.
 */
export function shareUnchanged(earlier: Doc, now: Doc): Doc {
	return shared(earlier, now) as Doc;
}

function shared(earlier: DocNode, now: DocNode): DocNode {
	if (!now.content || !earlier.content) return isSame(earlier, now) ? earlier : now;
	const partner = partnersIn(earlier.content);
	const content = now.content.map((node, at) => {
		const before = partner(node, at);
		return before ? shared(before, node) : node;
	});
	const kept = content.length === earlier.content.length && content.every((node, at) => node === earlier.content![at]);
	return kept && isSameShell(earlier, now) ? earlier : { ...now, content };
}

/** Finds what a block was before: by the first paragraph in it, and where it has none, by its place. */
function partnersIn(nodes: readonly DocNode[]): (node: DocNode, at: number) => DocNode | undefined {
	const byId = new Map(nodes.map((node) => [firstId(node), node]));
	return (node, at) => {
		const id = firstId(node);
		return id === undefined ? nodes[at] : byId.get(id);
	};
}

/** The id of the first paragraph in a block; most blocks are a paragraph themselves. */
const firstId = (node: DocNode): string | undefined => idsIn(node)[0];

function isSame(one: DocNode, other: DocNode): boolean {
	if (!isSameShell(one, other)) return false;
	const [here, there] = [one.content ?? [], other.content ?? []];
	return here.length === there.length && here.every((node, at) => isSame(node, there[at]!));
}

/** Whether two nodes are the same apart from what lies in them. */
const isSameShell = (one: DocNode, other: DocNode): boolean =>
	one.type === other.type && one.text === other.text && sayTheSame([one.attrs, one.marks], [other.attrs, other.marks]);

const sayTheSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
	one.every((value, at) => value === other[at]) || JSON.stringify(one) === JSON.stringify(other);
