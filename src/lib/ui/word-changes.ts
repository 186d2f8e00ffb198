import { diffArrays } from 'diff';

/** A stretch of words that two wordings share, or that only one of them has. */
export interface WordChange {
	readonly kind: 'kept' | 'removed' | 'inserted';
	readonly text: string;
}

/** So many words may differ; where there are more, all of it is said to be other words. */
const mostChanges = 2_000;

/**
 * What became of one wording in another, word by word. What was kept and inserted gives the new one, what was kept and removed the old one,
 * to the last blank.
 */
export function wordChanges(before: string, after: string): WordChange[] {
	const compared = diffArrays(tokensOf(before), tokensOf(after), { maxEditLength: mostChanges });
	if (!compared)
		return joined([
			{ kind: 'removed', text: before },
			{ kind: 'inserted', text: after }
		]);
	return joined(
		compared.map(({ added, removed, value }) => ({
			kind: added ? 'inserted' : removed ? 'removed' : 'kept',
			text: value.join('')
		}))
	);
}

/** Words, blanks between them, and each sign for itself. */
function tokensOf(text: string): string[] {
	return text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^]/gu) ?? [];
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
