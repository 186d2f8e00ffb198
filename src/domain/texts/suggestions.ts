/** Where a suggestion for a text stands. `amendment` goes on as a formal motion; `withdrawn` was taken back by who made it. */
export const suggestionStates = ['open', 'deferred', 'accepted', 'rejected', 'amendment', 'withdrawn'] as const;
export type SuggestionState = (typeof suggestionStates)[number];

/** What those who lead a text can decide about a suggestion; `open` takes a decision back that did not change the text. */
export const suggestionDecisions = ['accepted', 'rejected', 'deferred', 'amendment', 'open'] as const;
export type SuggestionDecision = (typeof suggestionDecisions)[number];

/** How somebody stands towards a suggestion, in a quick poll that decides nothing. */
export const stances = ['agree', 'bearable', 'object'] as const;
export type Stance = (typeof stances)[number];

/** How much fits: suggestions that wait in one text, passages handed in at once, characters of reasons, of objections and of a passage as JSON. */
export const suggestionLimits = {
	waiting: 2_000,
	atOnce: 100,
	reason: 1_000,
	objection: 500,
	passage: 40_000
} as const;

/** Whether a decision about a suggestion can still be made. */
export const isWaiting = (state: SuggestionState): boolean => state === 'open' || state === 'deferred';
