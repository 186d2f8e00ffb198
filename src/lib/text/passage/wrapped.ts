import type { DocNode } from '#domain/texts/doc.ts';
import { aroundOf } from '#text/rewordings/clean.ts';

type Blocks = readonly DocNode[];

/** Blocks of a passage as the editor takes them, and the way back. */
export function wrapped(blocks: Blocks): { content: Blocks; unwrap(content: Blocks): Blocks } {
	const kind = blocks[0]?.type ?? '';
	const holders = aroundOf(kind);
	const inside = (content: Blocks, [holder, ...further]: readonly string[]): Blocks =>
		holder === undefined
			? content
			: content.flatMap((block) =>
					block.type === holder ? inside(block.content ?? [], further) : [{ type: kind, content: [block] }]
				);
	return {
		content: holders.reduceRight<Blocks>((content, type) => [{ type, content }], blocks),
		unwrap: (content) => inside(content, holders)
	};
}
