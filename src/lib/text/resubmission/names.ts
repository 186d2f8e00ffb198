import type { PassageFate } from '#domain/texts/resubmission.ts';
import * as m from '#paraglide/messages.js';

/** What was chosen for a passage, as a fact. */
export const fateNames: Record<PassageFate, () => string> = {
	continue: m.resubmission_continued,
	change: m.resubmission_changed,
	'give-up': m.resubmission_given_up
};
