import type { StepKind } from '../sessions/steps.ts';

/** What is known about a group that works at this moment. */
export interface GroupPulse {
	/** Its facilitator has called. */
	helpAsked: boolean;
	/** The kinds of the steps that are on or behind it. */
	reached: readonly StepKind[];
	/** How much of the time of its step has passed: 0.5 is half of it. */
	stepUsed: number;
	/** All cards that it has written, hidden ones included. */
	cards: number;
}

/** Why whoever leads the process should look at a group. */
export type Attention = 'help' | 'few-cards';

/** With so few cards a group has nothing to put in order (Landkreis Helmstedt: three cards from one Fachgruppe). */
const fewCards = 3;

/** Why a group needs a look, or null: it called, or half of the time to collect is over and hardly a card is there. */
export function attentionFor({ helpAsked, reached, stepUsed, cards }: GroupPulse): Attention | null {
	if (helpAsked) return 'help';
	const collected = reached.includes('collect') && (reached.at(-1) !== 'collect' || stepUsed >= 0.5);
	return collected && cards <= fewCards ? 'few-cards' : null;
}
