import type { DocNode } from '#domain/texts/doc.ts';

/** What must lie around a block so that it is a text for the editor. */
const around: Readonly<Record<string, string>> = { listItem: 'bulletList', taskItem: 'taskList', tableRow: 'table' };

/** Blocks of a passage as the editor takes them, and the way back. */
export function wrapped(blocks: readonly DocNode[]): {
	content: readonly DocNode[];
	unwrap(content: readonly DocNode[]): readonly DocNode[];
} {
	const kind = blocks[0]?.type ?? '';
	const holder = around[kind];
	if (!holder) return { content: blocks, unwrap: (content) => content };
	return {
		content: [{ type: holder, content: blocks }],
		unwrap: (content) =>
			content.flatMap((block) => (block.type === holder ? (block.content ?? []) : [{ type: kind, content: [block] }]))
	};
}
