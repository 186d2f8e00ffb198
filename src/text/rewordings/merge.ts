import { canonicalJson } from '#domain/texts/canonical-json.ts';
import type { DocNode } from '#domain/texts/doc.ts';
import { alignNodes, type Pairs } from './align.ts';
import { areSame, isTextBlock } from './rewording.ts';
import { alignSentences, contentOf, sentenceKey, sentencesOf, type Sentence } from './sentences.ts';

/**
 * Brings two changes of the same passage together, or answers null where both have changed the same sentence or one has changed what the
 * other took away: two wordings of one sentence never become a third that nobody wrote.
 */
export function mergeNodes(
	base: readonly DocNode[],
	mine: readonly DocNode[],
	theirs: readonly DocNode[]
): DocNode[] | null {
	return mergeRows({ base, mine, theirs, align: alignNodes, same: areSame, mergeOne: mergeNode });
}

interface Rows<T> {
	base: readonly T[];
	mine: readonly T[];
	theirs: readonly T[];
	align(one: readonly T[], other: readonly T[]): Pairs;
	same(some: readonly T[], others: readonly T[]): boolean;
	/** Merges three that belong to each other. */
	mergeOne(base: T, mine: T, theirs: T): T | null;
}

/** Merges row by row: what stands between two things that all three have is changed by one of both, or it is in dispute. */
function mergeRows<T>(rows: Rows<T>): T[] | null {
	const { base, mine, theirs, align, same, mergeOne } = rows;
	const whole = oneSided(rows, base, mine, theirs);
	if (whole) return [...whole];
	const [inMine, inTheirs] = [new Map(align(base, mine)), new Map(align(base, theirs))];
	const merged: T[] = [];
	let [from, start, begin] = [0, 0, 0];
	for (let at = 0; at <= base.length; at++) {
		const [here, there] = at < base.length ? [inMine.get(at), inTheirs.get(at)] : [mine.length, theirs.length];
		if (here === undefined || there === undefined) continue;
		const between = oneSided({ same }, base.slice(from, at), mine.slice(start, here), theirs.slice(begin, there));
		if (!between) return null;
		merged.push(...between);
		if (at === base.length) break;
		const one = mergeOne(base[at]!, mine[here]!, theirs[there]!);
		if (one === null) return null;
		merged.push(one);
		[from, start, begin] = [at + 1, here + 1, there + 1];
	}
	return merged;
}

/** What stands where only one of both has changed something, or both the same; null where they differ. */
function oneSided<T>(
	{ same }: Pick<Rows<T>, 'same'>,
	base: readonly T[],
	mine: readonly T[],
	theirs: readonly T[]
): readonly T[] | null {
	if (same(base, mine) || same(mine, theirs)) return theirs;
	return same(base, theirs) ? mine : null;
}

function mergeNode(base: DocNode, mine: DocNode, theirs: DocNode): DocNode | null {
	if (areSame([base], [mine]) || areSame([mine], [theirs])) return theirs;
	if (areSame([base], [theirs])) return mine;
	const shape = mergeShape(base, mine, theirs);
	if (shape === null || isTextBlock(mine) !== isTextBlock(theirs)) return null;
	const [ours, own, other] = [base, mine, theirs].map(({ content = [] }) => content) as [Content, Content, Content];
	const content = isTextBlock(base) ? mergeWords(ours, own, other) : mergeNodes(ours, own, other);
	return content && { ...shape, ...(content.length > 0 && { content }) };
}

type Content = readonly DocNode[];

function mergeWords(base: Content, mine: Content, theirs: Content): DocNode[] | null {
	const merged = mergeRows<Sentence>({
		base: sentencesOf(base),
		mine: sentencesOf(mine),
		theirs: sentencesOf(theirs),
		align: alignSentences,
		same: (some, others) => some.map(sentenceKey).join('\0') === others.map(sentenceKey).join('\0'),
		mergeOne(base, mine, theirs) {
			const [old, own, other] = [base, mine, theirs].map(sentenceKey);
			if (old === own || own === other) return theirs;
			return old === other ? mine : null;
		}
	});
	return merged && contentOf(merged);
}

/** Kind and attributes, each changed by one of both at most. */
function mergeShape(base: DocNode, mine: DocNode, theirs: DocNode): Pick<DocNode, 'type' | 'attrs'> | null {
	const type = oneOf(base.type, mine.type, theirs.type);
	if (type === undefined) return null;
	const attrs: Record<string, NonNullable<DocNode['attrs']>[string]> = {};
	for (const name of new Set([base, mine, theirs].flatMap((node) => Object.keys(node.attrs ?? {})))) {
		const value = oneOf(base.attrs?.[name] ?? null, mine.attrs?.[name] ?? null, theirs.attrs?.[name] ?? null);
		if (value === undefined) return null;
		if (value !== null) attrs[name] = value;
	}
	return { type, ...(Object.keys(attrs).length > 0 && { attrs }) };
}

function oneOf<T>(base: T, mine: T, theirs: T): T | undefined {
	const [old, own, other] = [base, mine, theirs].map((value) => canonicalJson(value));
	if (old === own || own === other) return theirs;
	return old === other ? mine : undefined;
}
