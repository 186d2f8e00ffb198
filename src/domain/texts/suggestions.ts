/**
 * Where a suggestion for a text stands. `variant` stays open, and goes with others for its passage into the version: the body chooses.
 * `amendment` goes on as a formal motion; `withdrawn` was taken back by who made it.
 */
export const suggestionStates = [
	'open',
	'deferred',
	'variant',
	'accepted',
	'rejected',
	'amendment',
	'withdrawn'
] as const;
export type SuggestionState = (typeof suggestionStates)[number];

/** What those who lead a text can decide about a suggestion; `open` takes a decision back that did not change the text. */
export const suggestionDecisions = ['accepted', 'rejected', 'deferred', 'amendment', 'open'] as const;
export type SuggestionDecision = (typeof suggestionDecisions)[number];

/** How somebody stands towards a suggestion, in a quick poll that decides nothing. */
export const stances = ['agree', 'bearable', 'object'] as const;
export type Stance = (typeof stances)[number];

/** How many people stand how towards a suggestion. */
export type StanceCounts = Readonly<Record<Stance, number>>;

/** How people stood towards a suggestion in each of its rounds, the first first. */
export function pollsOf(taken: readonly { stance: Stance; round: number }[], rounds: number): StanceCounts[] {
	return Array.from({ length: rounds }, (_, at) => {
		const count = (wanted: Stance) => taken.filter((each) => each.round === at + 1 && each.stance === wanted).length;
		return { agree: count('agree'), bearable: count('bearable'), object: count('object') };
	});
}

/** What can come of a tie: the poll is taken anew for the tied suggestions, or all of them go into the version as variants. */
export const tieKinds = ['run-off', 'variants'] as const;
export type TieKind = (typeof tieKinds)[number];

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

/** Whether a suggestion still wants something else than the text: it waits, or is a variant. */
export const isUnsettled = (state: SuggestionState): boolean => isWaiting(state) || state === 'variant';
