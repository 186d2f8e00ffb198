import type { SuggestionState } from '#domain/texts/suggestions.ts';
import type { SuggestionView } from '#protocol/suggestion-view.ts';
import * as m from '#paraglide/messages.js';

/** What became of a suggestion, in a word; one that waits needs none. */
export const stateWord: Record<Exclude<SuggestionState, 'open' | 'withdrawn'>, () => string> = {
	deferred: m.suggest_state_deferred,
	accepted: m.suggest_state_accepted,
	rejected: m.suggest_state_rejected,
	amendment: m.suggest_state_amendment
};

/** Who suggests, and for whom. */
export function authorWords({ author, groupName: group, mine }: SuggestionView): string {
	const name = mine ? m.suggest_yours() : (author ?? m.suggest_nameless());
	return group === null ? name : m.suggest_by({ name, group });
}
