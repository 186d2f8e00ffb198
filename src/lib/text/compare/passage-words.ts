import { wordChanges, type WordChange } from '#lib/ui/word-changes.ts';
import * as m from '#paraglide/messages.js';
import type { Passage } from '../passages.ts';

/** What became of a passage, in a word. */
export const kindWord: Record<Exclude<Passage['kind'], 'kept'>, () => string> = {
	changed: m.text_compare_changed,
	inserted: m.text_compare_inserted,
	removed: m.text_compare_removed
};

/** The words of a passage, with what became of each. */
export function wordsOf({ kind, before, after }: Passage): readonly WordChange[] {
	if (kind === 'changed') return wordChanges(before.words, after.words);
	return [{ kind, text: (after ?? before).words }];
}
