import type { Doc, DocNode } from '#domain/texts/doc.ts';
import { alignNodes } from './align.ts';
import { areSame, idsIn, isTextBlock, keyOf, type Rewording } from './rewording.ts';

/**
 * What somebody has changed in a text, in as many rewordings as can be decided one by one: each in the smallest part of the text that holds
 * it, in reading order. What was split, joined, added or removed stays with the paragraph beside it.
 */
export function changesBetween(before: Doc, after: Doc): Rewording[] {
	return changesIn(before.content ?? [], after.content ?? []);
}

/** A stretch of both rows in which nothing can be told apart. */
interface Group {
	before: DocNode[];
	after: DocNode[];
	/** Whether its first block is in both. */
	paired: boolean;
}

function changesIn(before: readonly DocNode[], after: readonly DocNode[]): Rewording[] {
	return groupsOf(before, after).flatMap((group) => {
		if (areSame(group.before, group.after)) return [];
		const [old, young] = [group.before[0], group.after[0]];
		const alone = group.paired && group.before.length === 1 && group.after.length === 1;
		const whole = [{ before: group.before, after: group.after }];
		if (!alone || !old || !young || !sharesShape(old, young)) return whole;
		const inside = changesIn(old.content ?? [], young.content ?? []);
		// A cell that only fills a hole of its table has no id by which it would be found.
		return inside.every(({ before }) => before.some((node) => idsIn(node).length > 0)) ? inside : whole;
	});
}

/** Every block that is in both begins a group; what came or went belongs to the one above it, or to the first. */
function groupsOf(before: readonly DocNode[], after: readonly DocNode[]): Group[] {
	const groups: Group[] = [];
	const pairs = alignNodes(before, after);
	let [here, there] = [0, 0];
	for (const [one, other] of [...pairs, [before.length, after.length] as const]) {
		const [gone, come] = [before.slice(here, one), after.slice(there, other)];
		if (gone.length > 0 || come.length > 0) {
			const last = groups.at(-1);
			if (gone.length > 0 && (!last || isUntouched(last))) groups.push({ before: gone, after: come, paired: false });
			else if (last) {
				last.before.push(...gone);
				last.after.push(...come);
			} else groups.push({ before: [], after: come, paired: false });
		}
		if (one < before.length) {
			const [old, young] = [before[one]!, after[other]!];
			const first = groups.at(-1);
			if (first?.before.length === 0) {
				first.before.push(old);
				first.after.push(young);
			} else groups.push({ before: [old], after: [young], paired: true });
		}
		[here, there] = [one + 1, other + 1];
	}
	return groups;
}

const isUntouched = ({ before, after }: Group): boolean => areSame(before, after);

/** Whether only what lies in a block has changed, not the block itself. */
function sharesShape(one: DocNode, other: DocNode): boolean {
	const bare = ({ type, attrs = {} }: DocNode) => keyOf({ type, attrs });
	return !isTextBlock(one) && bare(one) === bare(other);
}
