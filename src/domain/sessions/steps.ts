import { ok, refuse, type Result } from '../result.ts';

/** Something that a participant can do in a session. */
export type Deed = 'submit-card' | 'withdraw-card' | 'arrange-cards' | 'cast-ballot' | 'say-ready';

/** What holds while a step is running. */
export interface StepRules {
	/** What participants may do; facilitators may do it in every step. */
	readonly participantsMay: readonly Deed[];
	/** Whether cards stay with their authors until the facilitator reveals them, so that nobody writes after the others' mouths. */
	readonly hidesCards: boolean;
	/** What a new step of this kind proposes, in minutes. */
	readonly defaultMinutes: number;
}

/**
 * The kinds of agenda steps, in the order of a Potentialworkshop (Landkreis Helmstedt, 2024): come in, collect silently,
 * put in order, talk about it, weigh, put on record. A card that was on its way when collecting ended may still come in while the group
 * puts cards in order; it is marked as late.
 */
export const steps = {
	arrive: { participantsMay: ['say-ready'], hidesCards: false, defaultMinutes: 5 },
	collect: { participantsMay: ['submit-card', 'withdraw-card', 'say-ready'], hidesCards: true, defaultMinutes: 12 },
	cluster: { participantsMay: ['submit-card', 'arrange-cards', 'say-ready'], hidesCards: false, defaultMinutes: 20 },
	discuss: { participantsMay: ['say-ready'], hidesCards: false, defaultMinutes: 15 },
	weigh: { participantsMay: ['cast-ballot', 'say-ready'], hidesCards: false, defaultMinutes: 8 },
	record: { participantsMay: ['say-ready'], hidesCards: false, defaultMinutes: 10 }
} as const satisfies Record<string, StepRules>;

/** The kind of an agenda step. */
export type StepKind = keyof typeof steps;

/** All kinds in the order in which a workshop uses them. */
export const stepKinds = Object.keys(steps) as StepKind[];

/** Whether participants may do this now; if not, `session.step-forbids` names the step. */
export function mayInStep(step: StepKind, deed: Deed): Result<void> {
	const allowed: readonly Deed[] = steps[step].participantsMay;
	return allowed.includes(deed) ? ok() : refuse({ code: 'session.step-forbids', step });
}

/** Whether a card that comes in now waits for the reveal, and if not, whether it came late (nachgereicht). */
export function arrivalOf(step: StepKind, revealed: boolean): 'hidden' | 'late' {
	return steps[step].hidesCards && !revealed ? 'hidden' : 'late';
}
