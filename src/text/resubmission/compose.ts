import type { Doc, DocNode } from '#domain/texts/doc.ts';
import { identifiedNodes } from '../schema.ts';
import type { ResubmittedPassage } from './passages.ts';

/** What a new text begins with. */
export interface ComposedText {
	body: Doc;
	/** The id of the first paragraph of each passage that goes on, by its place among all passages. */
	paragraphIds: ReadonlyMap<number, string>;
}

/** A text of the passages that go on, word for word and in their order, under their headings. */
export function composeText(
	passages: readonly ResubmittedPassage[],
	goesOn: (place: number) => boolean,
	newId: () => string
): ComposedText {
	const content: DocNode[] = [];
	const paragraphIds = new Map<number, string>();
	const written = new Set<DocNode>();
	let open = null as { list: DocNode; items: DocNode[] } | null;
	for (const [place, { under, blocks, list }] of passages.entries()) {
		if (!goesOn(place)) continue;
		const headings = under.filter((heading) => !written.has(heading));
		for (const heading of headings) written.add(heading);
		content.push(...headings);
		const id = newId();
		paragraphIds.set(place, id);
		const [first, ...others] = blocks;
		const named = withId(first!, id) ?? first!;
		if (list === null) {
			open = null;
			content.push(named, ...others);
		} else if (open?.list === list && headings.length === 0) open.items.push(...named.content!);
		else {
			open = { list, items: [...named.content!] };
			content.push({ ...list, content: open.items });
		}
	}
	return { body: { type: 'doc', content }, paragraphIds };
}

/** The same node, with this id at its first paragraph or heading; null where it has none. */
function withId(node: DocNode, id: string): DocNode | null {
	if (identifiedNodes.some((name) => name === node.type)) return { ...node, attrs: { ...node.attrs, id } };
	for (const [at, child] of (node.content ?? []).entries()) {
		const named = withId(child, id);
		if (named) return { ...node, content: node.content!.with(at, named) };
	}
	return null;
}
