import type { OptionView } from '#protocol/session-state.ts';
import type { BallotDesk } from './ballot-desk.svelte.ts';

/** What the ballot of every method gets. It puts its answer into fields `n.<path>` (numbers) and `t.<path>` (words). */
export interface BallotProps {
	/** The options in the order in which this person sees them. */
	options: readonly OptionView[];
	/** The rules of the method. */
	params: Readonly<Record<string, unknown>>;
	/** Whether her answer will stand beside her name after the close. */
	named: boolean;
	/** What she answered before; null if nothing. */
	cast: unknown;
	desk: BallotDesk;
}
