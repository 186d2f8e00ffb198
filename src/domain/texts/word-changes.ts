/** A stretch of words that two wordings share, or that only one of them has. */
export interface WordChange {
	readonly kind: 'kept' | 'removed' | 'inserted';
	readonly text: string;
}

/** So many pairs of words are compared; where there were more, all that lies between is said to be other words. */
const mostPairs = 1_000_000;

/**
 * What became of one wording in another, word by word. What was kept and inserted gives the new one, what was kept and removed the old one,
 * to the last blank.
 */
export function wordChanges(before: string, after: string): WordChange[] {
	const [old, young] = [tokensOf(before), tokensOf(after)];
	let start = 0;
	while (start < old.length && old[start] === young[start]) start++;
	let end = 0;
	while (end < Math.min(old.length, young.length) - start && old.at(-1 - end) === young.at(-1 - end)) end++;
	const middle = between(old.slice(start, old.length - end), young.slice(start, young.length - end));
	const kept = (text: string): WordChange => ({ kind: 'kept', text });
	return joined([...old.slice(0, start).map(kept), ...middle, ...old.slice(old.length - end).map(kept)]);
}

/** Words, blanks between them, and each sign for itself. */
function tokensOf(text: string): string[] {
	return text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^]/gu) ?? [];
}

function between(old: readonly string[], young: readonly string[]): WordChange[] {
	const changes: WordChange[] = [];
	const [rows, columns] = [old.length, young.length];
	const shared = rows * columns > mostPairs ? null : sharedAfter(old, young);
	let [row, column] = [0, 0];
	while (row < rows || column < columns) {
		const [gone, come] = [old[row], young[column]];
		if (shared && gone !== undefined && gone === come) {
			changes.push({ kind: 'kept', text: gone });
			row++;
			column++;
		} else if (
			gone !== undefined &&
			(!shared || come === undefined || shared(row + 1, column) >= shared(row, column + 1))
		) {
			changes.push({ kind: 'removed', text: gone });
			row++;
		} else {
			changes.push({ kind: 'inserted', text: come! });
			column++;
		}
	}
	return changes;
}

/** How many words the rests of both wordings have in common, in order: the longest common subsequence. */
function sharedAfter(old: readonly string[], young: readonly string[]): (row: number, column: number) => number {
	const width = young.length + 1;
	const table = new Uint32Array((old.length + 1) * width);
	for (let row = old.length - 1; row >= 0; row--)
		for (let column = young.length - 1; column >= 0; column--) {
			const here = row * width + column;
			table[here] =
				old[row] === young[column] ? table[here + width + 1]! + 1 : Math.max(table[here + width]!, table[here + 1]!);
		}
	return (row, column) => table[row * width + column] ?? 0;
}

/** Neighbours as one stretch; a blank alone between two changes belongs to both, for words that are read and not counted. */
function joined(changes: readonly WordChange[]): WordChange[] {
	const stretches: WordChange[] = [];
	let gap = { kept: '', removed: '', inserted: '' };
	const close = () => {
		for (const kind of ['kept', 'removed', 'inserted'] as const)
			if (gap[kind] !== '') stretches.push({ kind, text: gap[kind] });
		gap = { kept: '', removed: '', inserted: '' };
	};
	for (const [at, { kind, text }] of changes.entries()) {
		const changed = gap.removed !== '' || gap.inserted !== '';
		if (kind !== 'kept') gap[kind] += text;
		else if (!changed) gap.kept += text;
		else if (text.trim() === '' && changes[at + 1] && changes[at + 1]!.kind !== 'kept') {
			gap.removed += text;
			gap.inserted += text;
		} else {
			close();
			gap.kept = text;
		}
	}
	close();
	return stretches;
}
