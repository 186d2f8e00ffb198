import type { SuggestionsTold, SuggestionView } from '#protocol/suggestion-view.ts';

/** The suggestions as they are after an answer. What stayed as it was is the same object, so that it is not drawn and placed anew. */
export function updated(known: readonly SuggestionView[], told: SuggestionsTold): SuggestionView[] {
	const before = new Map(known.map((each) => [each.id, each]));
	const young = told.suggestions.map((each) => {
		const old = before.get(each.id);
		return old && JSON.stringify(old) === JSON.stringify(each) ? old : each;
	});
	if (told.since === null) return young;
	for (const id of told.gone) before.delete(id);
	for (const each of young) before.set(each.id, each);
	return [...before.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}
