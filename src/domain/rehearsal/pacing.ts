import type { StepKind } from '../sessions/steps.ts';

/** How a rehearsal goes: twelve guests, half an hour at most, and how often they look up. */
export const rehearsalRules = { guests: 12, minutes: 30, tickMs: 2_000, cardsEach: 3, keptDays: 2 } as const;

/** What a simulated guest sees when she looks up. */
export interface GuestView {
	/** Which guest, from 0. */
	readonly guest: number;
	readonly step: StepKind;
	/** Since when the step is on, in seconds. */
	readonly seconds: number;
	/** How many cards she has sent in this step. */
	readonly sent: number;
	readonly ready: boolean;
	readonly revealed: boolean;
	/** Whether a round is open in which she has not answered, and since when, in seconds. */
	readonly vote: { readonly seconds: number } | null;
}

/** What she does next; null for nothing yet. */
export type GuestDeed = 'write' | 'ready' | 'vote' | null;

/**
 * What a simulated guest does now. Each has her own pace, so that cards trickle in as from people: some write three, some one, all say
 * that they are ready, and a vote takes most of a minute until the last has answered.
 */
export function nextDeed({ guest, step, seconds, sent, ready, revealed, vote }: GuestView): GuestDeed {
	if (vote) return vote.seconds >= 4 + guest * 3 ? 'vote' : null;
	if (ready) return null;
	if (step === 'collect' && !revealed) {
		const wanted = 1 + (guest % rehearsalRules.cardsEach);
		if (sent < wanted) return seconds >= 5 + guest * 2 + sent * 15 ? 'write' : null;
	}
	if (step === 'weigh' || step === 'record') return null;
	return seconds >= 20 + guest * 4 ? 'ready' : null;
}
