import type { MinutesArgument, MinutesOutcome } from '#domain/minutes/minutes.ts';
import type { OptionView, RoundView } from '#protocol/session-state.ts';

/** What is needed of a round to show its result, on a screen or in the minutes. */
export interface ShownRound {
	method: string;
	params: Readonly<Record<string, unknown>>;
	options: readonly Pick<OptionView, 'id' | 'label' | 'passive'>[];
	cast: number;
	voteClass: RoundView['voteClass'];
	/** How many may vote, without those who are recused. */
	eligible: number;
	result: Omit<MinutesOutcome, 'sha256'> | null;
	/** What was said for and against the options, where it is kept. */
	arguments?: readonly MinutesArgument[];
}

/** One line of a result that compares options. */
export interface ResultLine {
	optionId: string;
	label: string;
	passive: boolean;
	/** What decides, in words: „7 Punkte“. */
	value: string;
	/** What stands beside it. */
	facts: string[];
	rank: number;
	/** Whether others share this rank, and there is something to share. */
	tied: boolean;
	/** How long its bar is, compared with the longest: 0 to 1. */
	share: number;
	/** Whether it stands out as the first. */
	first: boolean;
}

/** What a method says of one option. */
export type OptionFigures = Pick<ResultLine, 'value' | 'facts' | 'share'> & {
	/** Whether the option got anything at all; nobody wins or ties with nothing. Left out: yes. */
	something?: boolean;
};

/** The lines of a result, the first rank first. */
export function linesOf(round: ShownRound, figures: (optionId: string) => OptionFigures): ResultLine[] {
	const rank = numbers(round.result?.tally.rank);
	const lines = round.options.map(({ id, label, passive }): ResultLine => {
		const { something = round.cast > 0, ...figure } = figures(id);
		const shares = round.options.some((other) => other.id !== id && rank(other.id) === rank(id));
		return {
			optionId: id,
			label,
			passive,
			...figure,
			rank: rank(id),
			tied: something && shares,
			first: something && rank(id) === 1
		};
	});
	return lines.sort((a, b) => a.rank - b.rank);
}

/** Reads numbers by option out of a stored tally; what is not there is 0. */
export function numbers(record: unknown): (id: string) => number {
	const known = asRecord(record);
	return (id) => (typeof known[id] === 'number' ? known[id] : 0);
}

/** Reads decimal texts by option out of a stored tally; what is not there is null. */
export function decimals(record: unknown): (id: string) => string | null {
	const known = asRecord(record);
	return (id) => (typeof known[id] === 'string' ? known[id] : null);
}

/** A decimal as it is written in the language of the reader: 6,833. */
export const inLocale = (decimal: string, locale: string): string =>
	new Intl.NumberFormat(locale, { minimumFractionDigits: decimal.split('.')[1]?.length ?? 0 }).format(Number(decimal));

/** A stored object, or an empty one. */
export const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
