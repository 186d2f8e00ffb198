import { ok, refuse, type Result } from '../result.ts';

/**
 * The life of a candidate, a draft frozen for a decision: agreed, not agreed or parked, then promoted. What was not agreed
 * or parked may be put to a new decision; what was agreed may be promoted into several versions.
 */
export const candidateStates = ['candidate', 'agreed', 'not-agreed', 'parked', 'promoted'] as const;
export type CandidateState = (typeof candidateStates)[number];

const moves: Record<CandidateState, readonly CandidateState[]> = {
	candidate: ['agreed', 'not-agreed', 'parked'],
	agreed: ['promoted'],
	'not-agreed': ['candidate', 'parked'],
	parked: ['candidate'],
	promoted: ['promoted']
};

/** Whether a candidate may go from one state to the other. Nothing is promoted that was not agreed. */
export function mayMoveCandidate(from: CandidateState, to: CandidateState): Result<void> {
	return moves[from].includes(to) ? ok() : refuse({ code: 'candidate.move-impossible', from, to });
}
