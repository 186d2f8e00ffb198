import * as m from '#paraglide/messages.js';
import { briefly } from '../brief.ts';
import type { AnsweredRound } from '../face.ts';
import { linesOf, numbers, type ResultLine, type ShownRound } from '../result.ts';

/** The lines of a round in which people gave something to options; `amount` puts a number into words. */
export function allotmentLines(round: ShownRound, amount: (count: number) => string): ResultLine[] {
	const [total, voters] = [numbers(round.result?.tally.total), numbers(round.result?.tally.voters)];
	const most = Math.max(1, ...round.options.map(({ id }) => total(id)));
	return linesOf(round, (id) => ({
		value: amount(total(id)),
		facts: [m.consensus_voters_count({ count: voters(id) })],
		share: total(id) / most,
		something: total(id) > 0
	}));
}

/** What somebody gave, the most first. */
export function allotmentAnswer(
	ballot: unknown,
	{ options }: AnsweredRound,
	amount: (count: number) => string
): string[] {
	const given = numbers(ballot);
	return options
		.filter(({ id }) => given(id) > 0)
		.sort((a, b) => given(b.id) - given(a.id))
		.map((option) => m.consensus_answer_on({ label: briefly(option), value: amount(given(option.id)) }));
}

/** How much people kept back, if anything. */
export const unusedIn = ({ result }: ShownRound): number =>
	typeof result?.tally.unused === 'number' ? result.tally.unused : 0;
