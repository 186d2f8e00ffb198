import type { RoundView } from '#protocol/session-state.ts';
import * as m from '#paraglide/messages.js';
import { faceOf } from './faces.ts';

/** An option that the group may put on record as agreed, with what stands for it. */
export interface Recordable {
	optionId: string;
	label: string;
	facts: string[];
}

/** What of a closed round can be put on record: every option of a comparison in its order, a proposal only if it was accepted. */
export function recordable(round: RoundView): Recordable[] {
	const lines = faceOf(round.method)?.lines;
	if (lines)
		return lines(round).map(({ optionId, label, rank, value }) => ({
			optionId,
			label,
			facts: [m.consensus_rank_of({ rank }), value]
		}));
	if (round.result?.outcome !== 'passed') return [];
	return round.options.map(({ id, label }) => ({ optionId: id, label, facts: [m.consensus_passed()] }));
}
