import * as m from '#paraglide/messages.js';
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

/** How much people kept back, if anything. */
export const unusedIn = ({ result }: ShownRound): number =>
	typeof result?.tally.unused === 'number' ? result.tally.unused : 0;
