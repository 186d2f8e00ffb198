import type { StepKind } from './steps.ts';

/** What of a step decides about names. */
interface Step {
	readonly id: string;
	readonly kind: StepKind;
	readonly anonymous: boolean;
}

/**
 * Whether nobody is to know who wrote a card that comes in during this step. A card that was on its way when an anonymous
 * collecting ended keeps what its author was promised: until the next collecting, late cards are anonymous too.
 */
export function hidesAuthor(steps: readonly Step[], currentStepId: string | null): boolean {
	const so = steps.slice(0, steps.findIndex(({ id }) => id === currentStepId) + 1);
	return so.at(-1)?.anonymous === true || so.findLast(({ kind }) => kind === 'collect')?.anonymous === true;
}
