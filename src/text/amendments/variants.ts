import { changesText } from '#domain/texts/amendments.ts';
import { normaliseDoc } from '#domain/texts/normal-doc.ts';
import type { Doc, DocNode } from '#domain/texts/doc.ts';
import { isVariant } from '#domain/texts/variants.ts';
import { blocksAt, standingOf } from '../rewordings/apply.ts';
import { collide } from '../rewordings/collide.ts';
import { idsIn, type Rewording } from '../rewordings/rewording.ts';
import type { Motion } from './motion.ts';
import { linesTouched, smallest, withOldIds, type LineRange } from './passage.ts';

/** A variant as it stands beside a version: the blocks of the version itself, and the lines that it is about. */
export interface PlacedVariant extends Rewording {
	readonly lines: LineRange;
}

/**
 * What a suggestion is beside a version, or null where it has no place in it: its sentence says something else, its passage is gone, or the
 * version says so already.
 */
export function variantIn(version: Doc, { before, after }: Rewording): PlacedVariant | null {
	const here = new Set(idsIn(version));
	const trimmed = new Set(
		before
			.filter(isEmpty)
			.flatMap(idsIn)
			.filter((id) => !here.has(id))
	);
	const [old, young] = [before, after].map((blocks) =>
		inNormalForm(blocks.filter((block) => !isEmpty(block) || !idsIn(block).some((id) => trimmed.has(id))))
	) as [readonly DocNode[], readonly DocNode[]];
	const standing = standingOf(version, { before: old, after: young });
	if (standing.kind !== 'fits') return null;
	const now = blocksAt(version, standing.place);
	const words = smallest(now, withOldIds(now, standing.after));
	return { ...words, lines: linesTouched(version, words) };
}

/** A version has no empty paragraphs at its ends, whatever the live text has there. */
const isEmpty = ({ type, content = [] }: DocNode): boolean => type === 'paragraph' && content.length === 0;

/** Blocks as a version holds them; what is empty at the ends of a passage stays, other than at those of a text. */
function inNormalForm(blocks: readonly DocNode[]): readonly DocNode[] {
	const guard: DocNode = { type: 'heading' };
	return (normaliseDoc({ type: 'doc', content: [guard, ...blocks, guard] }).content ?? []).slice(1, -1);
}

/**
 * What becomes of the other variants when a decision about one of them is written down, by their numbers: once it is in the text, those that
 * collide with it are settled; once it is out again, those that were settled wait again, unless another one settles them.
 */
export function followingVariants<T extends Motion>(
	version: Doc,
	motions: readonly T[],
	before: T,
	after: T
): ReadonlyMap<number, 'settled' | 'handed-in'> {
	const following = new Map<number, 'settled' | 'handed-in'>();
	if (!isVariant(before)) return following;
	const others = motions.filter((each) => isVariant(each) && each.number !== before.number);
	for (const other of others.filter((each) => collide(version, before, each))) {
		if (changesText(after.state) && other.state === 'handed-in') following.set(other.number, 'settled');
		const freed = changesText(before.state) && !changesText(after.state) && other.state === 'settled';
		const settledBy = (each: T) => each !== other && changesText(each.state) && collide(version, each, other);
		if (freed && !others.some(settledBy)) following.set(other.number, 'handed-in');
	}
	return following;
}
