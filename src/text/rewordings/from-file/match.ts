import { wordStems } from '#domain/texts/similar-texts.ts';
import { alignRows, type Pairs } from '../align.ts';
import { spelled, withoutSign } from './spelling.ts';

/** From this share of common words on, of 1, one paragraph has become another. */
const leastShare = 0.4;
/** So many pairs of paragraphs are weighed; where more stand against each other, none is another. */
const mostPairs = 40_000;

/**
 * Where as many paragraphs as before stand between two that are known, though they have no words in common: nothing is said about them
 * (`none`), each has become the other between two known ones (`inside`), or at the ends, too (`all`).
 */
export type Gaps = 'none' | 'inside' | 'all';

/** Which paragraphs of one row are which of another, by their words and in their order: first those that say the same, then the most alike. */
export function matchParagraphs(one: readonly string[], other: readonly string[], gaps: Gaps): Pairs {
	const keys = (row: readonly string[]) => row.map((words) => spelled(withoutSign(words)).trim());
	const pairs = alignRows(keys(one), keys(other), ({ one: [from, to], other: [start, end] }) =>
		pairedByWords(one.slice(from, to), other.slice(start, end)).map(([here, there]) => [from + here, start + there])
	);
	return gaps === 'none' ? pairs : withGaps(pairs, [one.length, other.length], gaps);
}

/** The row of pairs with the most words in common that do not cross. */
function pairedByWords(gone: readonly string[], come: readonly string[]): Pairs {
	if (gone.length * come.length > mostPairs) return [];
	const [old, young] = [gone, come].map((row) => row.map(bagOf)) as [Bag[], Bag[]];
	const shares = old.map((one) => young.map((other) => shareOf(one, other)));
	const best = old.map(() => young.map(() => 0));
	const bestOf = (row: number, column: number) => best[row]?.[column] ?? 0;
	for (let row = old.length - 1; row >= 0; row--)
		for (let column = young.length - 1; column >= 0; column--)
			best[row]![column] = Math.max(
				bestOf(row + 1, column),
				bestOf(row, column + 1),
				shares[row]![column]! + bestOf(row + 1, column + 1)
			);
	const pairs: Pairs = [];
	for (let row = 0, column = 0; row < old.length && column < young.length;) {
		const share = shares[row]![column]!;
		if (share > 0 && bestOf(row, column) === share + bestOf(row + 1, column + 1)) pairs.push([row++, column++]);
		else if (bestOf(row, column) === bestOf(row + 1, column)) row++;
		else column++;
	}
	return pairs;
}

/** How often each word stands in a paragraph. */
interface Bag {
	words: ReadonlyMap<string, number>;
	size: number;
}

function bagOf(words: string): Bag {
	const stems = wordStems(words);
	const counts = new Map<string, number>();
	for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
	return { words: counts, size: stems.length };
}

/** The share of common words, or nothing where that is too little. */
function shareOf(one: Bag, other: Bag): number {
	let common = 0;
	for (const [word, count] of one.words) common += Math.min(count, other.words.get(word) ?? 0);
	const share = one.size + other.size === 0 ? 0 : (2 * common) / (one.size + other.size);
	return share >= leastShare ? share : 0;
}

function withGaps(pairs: Pairs, [length, otherLength]: [number, number], gaps: Gaps): Pairs {
	const filled: Pairs = [];
	let [here, there] = [0, 0];
	for (const [one, other] of [...pairs, [length, otherLength] as const]) {
		const atEnd = (here === 0 && there === 0) || (one === length && other === otherLength);
		if (one - here === other - there && (gaps === 'all' || !atEnd))
			for (let step = 0; step < one - here; step++) filled.push([here + step, there + step]);
		if (one < length || other < otherLength) filled.push([one, other]);
		[here, there] = [one + 1, other + 1];
	}
	return filled;
}
