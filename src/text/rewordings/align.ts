import { diffArrays } from 'diff';
import type { DocNode } from '#domain/texts/doc.ts';
import { idsIn, isTextBlock, keyOf } from './rewording.ts';

/** Places of one row and of another that belong to each other; both rise from pair to pair. */
export type Pairs = [one: number, other: number][];

/** What has changed in a row: from where to where in one, and what stands there in the other. */
export interface Stretch {
	one: [from: number, to: number];
	other: [from: number, to: number];
}

/** So many pairs are weighed; where more stand against each other, nothing is what it was. */
const mostPairs = 40_000;

/** Pairs what is the same in both rows, and hands what lies between to `pairChanged`. */
export function alignRows(
	one: readonly string[],
	other: readonly string[],
	pairChanged: (at: Stretch) => Pairs
): Pairs {
	const pairs: Pairs = [];
	let [here, there] = [0, 0];
	const compared = diffArrays([...one], [...other]);
	for (let at = 0; at < compared.length; at++) {
		const { added, removed, count } = compared[at]!;
		if (!added && !removed) {
			for (let step = 0; step < count; step++) pairs.push([here++, there++]);
			continue;
		}
		const next = compared[at + 1];
		const gone = removed ? count : 0;
		const come = added ? count : next?.added ? next.count : 0;
		if (removed && next?.added) at++;
		pairs.push(...pairChanged({ one: [here, here + gone], other: [there, there + come] }));
		here += gone;
		there += come;
	}
	return pairs;
}

/**
 * Which of one row of neighbouring blocks has become which of another: the same ones, and those that hold a paragraph of the same id. Where
 * there are no ids, as many as before in the same kinds are what they were.
 */
export function alignNodes(one: readonly DocNode[], other: readonly DocNode[]): Pairs {
	return alignRows(one.map(keyOf), other.map(keyOf), ({ one: [from, to], other: [start, end] }) => {
		const [gone, come] = [one.slice(from, to), other.slice(start, end)];
		const nameless = [...gone, ...come].every((node) => idsIn(node).length === 0);
		const pairs = nameless ? pairedByKind(gone, come) : pairedById(gone, come);
		return pairs.map(([here, there]) => [from + here, start + there]);
	});
}

function pairedByKind(gone: readonly DocNode[], come: readonly DocNode[]): Pairs {
	const alike = gone.length === come.length && gone.every((node, at) => areOfAKind(node, come[at]!));
	return alike ? gone.map((_, at) => [at, at]) : [];
}

/** The longest row of pairs that share an id and do not cross. */
function pairedById(gone: readonly DocNode[], come: readonly DocNode[]): Pairs {
	if (gone.length * come.length > mostPairs) return [];
	const idsOf = (nodes: readonly DocNode[]) => nodes.map((node): Ids => new Set(idsIn(node)));
	const [old, young] = [idsOf(gone), idsOf(come)];
	const fits = (here: number, there: number) =>
		areOfAKind(gone[here]!, come[there]!) && [...old[here]!].some((id) => young[there]!.has(id));
	const best = gone.map(() => come.map(() => 0));
	const bestOf = (row: number, column: number) => best[row]?.[column] ?? 0;
	for (let row = gone.length - 1; row >= 0; row--)
		for (let column = come.length - 1; column >= 0; column--)
			best[row]![column] = Math.max(
				bestOf(row + 1, column),
				bestOf(row, column + 1),
				fits(row, column) ? 1 + bestOf(row + 1, column + 1) : 0
			);
	const pairs: Pairs = [];
	for (let row = 0, column = 0; row < gone.length && column < come.length;) {
		if (fits(row, column) && bestOf(row, column) === 1 + bestOf(row + 1, column + 1)) pairs.push([row++, column++]);
		else if (bestOf(row, column) === bestOf(row + 1, column)) row++;
		else column++;
	}
	return pairs;
}

type Ids = ReadonlySet<string>;

/** Paragraphs become headings, and one kind of list another; words never become a list. */
const areOfAKind = (one: DocNode, other: DocNode): boolean => isTextBlock(one) === isTextBlock(other);
