import type { SharedState, StepView } from '#protocol/session-state.ts';

/** Where a session stands on its agenda. */
export interface AgendaPlace {
	/** The step that is on; null in the lobby and after the end. */
	step: StepView | null;
	/** Its number as people count, from 1; 0 before the start. */
	number: number;
	total: number;
	next: StepView | null;
	previous: StepView | null;
}

/** The place on the agenda, for headers and buttons. */
export function placeOf({ steps, currentStepId }: Pick<SharedState, 'steps' | 'currentStepId'>): AgendaPlace {
	const at = steps.findIndex(({ id }) => id === currentStepId);
	const step = steps[at] ?? null;
	return {
		step,
		number: at + 1,
		total: steps.length,
		next: steps[at + 1] ?? null,
		previous: step ? (steps[at - 1] ?? null) : null
	};
}

/** Whether people still write unseen: then the next thing to do is to reveal, not to move on. */
export function hidesCards(state: Pick<SharedState, 'steps' | 'currentStepId' | 'cardCount'>): boolean {
	const { step } = placeOf(state);
	return step?.kind === 'collect' && !step.revealed && state.cardCount > 0;
}

/** The collecting step that was left behind without a reveal; its cards are on nobody's screen. */
export function unrevealedBefore(state: Pick<SharedState, 'steps' | 'currentStepId'>): StepView | null {
	const { number } = placeOf(state);
	return (
		state.steps.slice(0, Math.max(0, number - 1)).findLast(({ kind, revealed }) => kind === 'collect' && !revealed) ??
		null
	);
}

/** The round that people can vote in now, if there is one. */
export function openRoundOf({ rounds }: Pick<SharedState, 'rounds'>) {
	return rounds.findLast(({ state }) => state === 'open') ?? null;
}

/** The round that was closed last, if there is one. */
export function lastResultOf({ rounds }: Pick<SharedState, 'rounds'>) {
	return rounds.findLast(({ result }) => result !== null) ?? null;
}
