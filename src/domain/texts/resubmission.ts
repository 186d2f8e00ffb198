import type { TextKind } from './text-kinds.ts';

/** What becomes of a passage that is presented again: it goes on word for word, it goes on and is changed, or it is given up. */
export const passageFates = ['continue', 'change', 'give-up'] as const;
export type PassageFate = (typeof passageFates)[number];

/** What was chosen for one passage so far. */
export interface PassageChoice {
	readonly choice: PassageFate | null;
	readonly reason: string;
}

/** Whether enough was said about a passage: to give it up needs a reason, everything else only the choice. */
export function isDecided({ choice, reason }: PassageChoice): boolean {
	return choice !== null && (choice !== 'give-up' || reason.trim() !== '');
}

/**
 * Whether a version can be presented again: nobody writes on its text any more, or a body has resolved it. Minutes tell what was and are never
 * presented again.
 */
export function maySubmitAgain(text: { kind: TextKind; state: 'open' | 'frozen' }, resolved: boolean): boolean {
	return text.kind !== 'minutes' && (text.state === 'frozen' || resolved);
}
