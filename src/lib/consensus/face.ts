import type { ResultLine, ShownRound } from './result.ts';

/** What one way to decide looks like to people: its words, its rules and its result. */
export interface Face {
	/** What it is called. */
	name: () => string;
	/** What it is good for, in one sentence. */
	purpose: () => string;
	/** The rules before the vote, as short sentences. */
	rules: (params: Readonly<Record<string, unknown>>) => string[];
	/** One answer in words, a line for each thing it says; null where hands are counted and nobody answers by herself. */
	answer: ((ballot: unknown, round: AnsweredRound) => string[]) | null;
	/** The lines of a result that compares options; null where a proposal was accepted or not. */
	lines: ((round: ShownRound) => ResultLine[]) | null;
	/** What else is to be said below a result. */
	notes?: (round: ShownRound) => string[];
	/** What is worth reading beside it, where there is room. */
	asides?: (round: ShownRound) => string[];
}

/** What is needed of a round to put an answer into words. */
export type AnsweredRound = Pick<ShownRound, 'params' | 'options'>;

/** A number of the rules; what is not there is 0. */
export const whole = (params: Readonly<Record<string, unknown>>, name: string): number =>
	Number.isSafeInteger(params[name]) ? (params[name] as number) : 0;
