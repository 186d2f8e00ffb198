import * as Y from 'yjs';
import type { Doc, DocNode } from '#domain/texts/doc.ts';
import { readBody } from '../read-body.ts';
import { writeBody } from '../write-body.ts';
import { idsIn, type Rewording } from './rewording.ts';

/** What must lie around a block so that it is a text: rows stand in tables, items in lists. */
const around: Record<string, readonly string[]> = {
	listItem: ['bulletList'],
	taskItem: ['taskList'],
	tableRow: ['table'],
	tableCell: ['table', 'tableRow'],
	tableHeader: ['table', 'tableRow']
};

/** Nodes lie in each other at most so deep, in whatever a stranger sends; a text itself is never so deep. */
const deepest = 40;

/**
 * A rewording from a stranger, with nothing in it that is no part of a text. Null where the passage says nothing about its place: its
 * paragraphs have no ids, or the blocks cannot stand beside each other. New paragraphs get ids from `newId`.
 */
export function cleanRewording({ before, after }: Rewording, newId: () => string): Rewording | null {
	const kinds = new Set([...before, ...after].map(({ type }) => aroundOf(type).join('>')));
	if (kinds.size !== 1 || ![...before, ...after].every((node) => isShallow(node, deepest))) return null;
	const wrapped = aroundOf(before[0]?.type ?? '');
	// What stands there has the ids that it has: a new one would belong to no paragraph of the text.
	const old = cleanBlocks(before, wrapped, () => '');
	return old.flatMap(idsIn).length > 0 ? { before: old, after: cleanBlocks(after, wrapped, newId) } : null;
}

/** Blocks as the live text would hold them: without defaults, and with nothing in them that is no part of a text. */
export const lean = (blocks: readonly DocNode[]): DocNode[] =>
	cleanBlocks(blocks, aroundOf(blocks[0]?.type ?? ''), () => '');

/** What must lie around a block of this kind, from the outside in; nothing around most. */
export const aroundOf = (type: string): readonly string[] => around[type] ?? [];

const isShallow = ({ content = [] }: DocNode, left: number): boolean =>
	left > 0 && content.every((child) => isShallow(child, left - 1));

function cleanBlocks(nodes: readonly DocNode[], wrapped: readonly string[], newId: () => string): DocNode[] {
	if (nodes.length === 0) return [];
	const live = new Y.Doc();
	const whole = wrapped.reduceRight<readonly DocNode[]>((content, type) => [{ type, content }], nodes);
	writeBody(live, { type: 'doc', content: whole }, newId);
	const read: Doc = readBody(live);
	live.destroy();
	const inside = wrapped.reduce<readonly DocNode[]>((content) => content[0]?.content ?? [], read.content ?? []);
	return [...inside];
}
