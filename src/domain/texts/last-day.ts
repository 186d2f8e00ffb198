import { type Day } from '../day.ts';
import { ok, refuse, type Result } from '../result.ts';

/** So many days a round of suggestions takes, unless somebody says otherwise. */
export const usualDays = 10;

/**
 * Whether suggestions for a text are still taken on a day: up to its last day, that one included, and always from those who write the text.
 * Without a last day there is no end.
 */
export function takesSuggestions(until: Day | null, today: Day, writes: boolean): Result<void> {
	return until === null || today <= until || writes ? ok() : refuse({ code: 'suggestion.round-over', until });
}
