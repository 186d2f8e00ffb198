import * as m from '#paraglide/messages.js';
import type { Passage } from '../passages.ts';

/** "2 Absätze geändert, 1 Absatz neu." */
export function countsOf(passages: readonly Passage[]): string {
	const count = (wanted: Passage['kind']) => passages.filter(({ kind }) => kind === wanted).length;
	const parts = [
		{ count: count('changed'), say: m.text_compare_changed_count },
		{ count: count('inserted'), say: m.text_compare_inserted_count },
		{ count: count('removed'), say: m.text_compare_removed_count }
	].flatMap(({ count, say }) => (count > 0 ? say({ count }) : []));
	return parts.length > 0 ? `${parts.join(', ')}.` : m.text_compare_same();
}
