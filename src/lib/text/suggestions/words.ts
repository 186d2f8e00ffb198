import type { SuggestionState } from '#domain/texts/suggestions.ts';
import type { SuggestionView } from '#protocol/suggestion-view.ts';
import { letterOf } from '#domain/texts/variants.ts';
import * as m from '#paraglide/messages.js';

/** What became of a suggestion, in a word; one that waits needs none. */
export const stateWord: Record<Exclude<SuggestionState, 'open' | 'withdrawn'>, () => string> = {
	deferred: m.suggest_state_deferred,
	variant: m.suggest_state_variant,
	accepted: m.suggest_state_accepted,
	rejected: m.suggest_state_rejected,
	amendment: m.suggest_state_amendment
};

/** Who suggests, and for whom. */
export function authorWords({ author, groupName, mine }: SuggestionView): string {
	return mine ? forGroup(m.suggest_yours(), groupName) : basisWords({ author, groupName });
}

/** The same for the suggestion that a compromise was built on. */
export const basisWords = ({ author, groupName }: NonNullable<SuggestionView['basis']>): string =>
	forGroup(author ?? m.suggest_nameless(), groupName);

const forGroup = (name: string, group: string | null): string =>
	group === null ? name : m.suggest_by({ name, group });

/** "Variante A". */
export const variantWord = (variant: number): string => m.suggest_variant({ letter: letterOf(variant) });
