import type { Doc, DocNode } from '#domain/texts/doc.ts';
import type { Leaf } from './leaves.ts';

/** What is to change in a text, by its paragraphs. */
interface Changes {
	/** What stands in the place of a paragraph; null where it goes. */
	written: ReadonlyMap<Leaf, DocNode | null>;
	/** What is new, behind which paragraph. */
	come: readonly { behind: number; leaf: Leaf }[];
}

/** A text with other paragraphs: new ones lie where they fit, in the list above them or below it; nothing is left empty by what goes. */
export function withChanges(live: Doc, here: readonly Leaf[], { written, come }: Changes): Doc {
	const byWay = new Map(here.map((leaf) => [leaf.way.join(), leaf]));
	const arrivals = new Map<string, DocNode[]>();
	for (const { behind, leaf } of come) {
		const { way, node } = arrivalOf(leaf, here[behind], here[behind + 1]);
		const blocks = arrivals.get(way.join()) ?? [];
		arrivals.set(way.join(), withBlock(blocks, node));
	}
	const rebuilt = (nodes: readonly DocNode[], above: readonly number[]): DocNode[] =>
		nodes.flatMap((node, at) => {
			const way = [...above, at];
			const leaf = byWay.get(way.join());
			const now = leaf
				? written.has(leaf)
					? written.get(leaf)!
					: node
				: filled(node, rebuilt(node.content ?? [], way));
			return [...(now ? [now] : []), ...(arrivals.get(way.join()) ?? [])];
		});
	const content = [...(arrivals.get('') ?? []), ...rebuilt(live.content ?? [], [])];
	return { ...live, content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

/** Where something new goes, and what it is there. */
function arrivalOf(
	leaf: Leaf,
	above: Leaf | undefined,
	below: Leaf | undefined
): { way: readonly number[]; node: DocNode } {
	const { type, attrs, content = [] } = leaf.node;
	const block: DocNode =
		type === 'heading' ? { type, attrs: { level: attrs?.level ?? 2 }, content } : { type, content };
	const asItem = (item: DocNode): DocNode => ({
		type: item.type,
		...(item.type === 'taskItem' && { attrs: { checked: false } }),
		content: [{ type: 'paragraph', content }]
	});
	const [top = -1] = above?.way ?? [];
	const goesOn = leaf.item !== null || (type === 'paragraph' && below?.way[0] === top);
	if (above?.item && !above.inTable && goesOn)
		return { way: above.way.slice(0, above.item.depth), node: asItem(above.item.node) };
	const loose = leaf.list && leaf.item ? { type: leaf.list.type, content: [asItem(leaf.item.node)] } : block;
	return { way: top < 0 ? [] : [top], node: loose };
}

/** New items behind each other are one list. */
function withBlock(blocks: readonly DocNode[], block: DocNode): DocNode[] {
	const last = blocks.at(-1);
	if (!last || last.type !== block.type || !/List$/.test(block.type)) return [...blocks, block];
	return [...blocks.slice(0, -1), { ...last, content: [...(last.content ?? []), ...(block.content ?? [])] }];
}

/** What holds paragraphs with others in it: a list or item without any goes, a cell stays. */
function filled(node: DocNode, content: readonly DocNode[]): DocNode | null {
	if (!node.content) return node;
	if (content.length === 0 && /List$|Item$/.test(node.type)) return null;
	const lacks = content.length === 0 || (/Item$/.test(node.type) && content[0]?.type !== 'paragraph');
	return { ...node, content: lacks ? [{ type: 'paragraph' }, ...content] : content };
}
