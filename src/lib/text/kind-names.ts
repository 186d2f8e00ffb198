import type { TextKind } from '#domain/texts/text-kinds.ts';
import * as m from '#paraglide/messages.js';

/** The kinds of texts in the reader's language. */
export const kindNames: Record<TextKind, () => string> = {
	vision: m.text_kind_vision,
	'guiding-principles': m.text_kind_guiding_principles,
	wording: m.text_kind_wording,
	proposal: m.text_kind_proposal,
	reasoning: m.text_kind_reasoning,
	'strategy-card': m.text_kind_strategy_card,
	note: m.text_kind_note,
	minutes: m.text_kind_minutes
};
