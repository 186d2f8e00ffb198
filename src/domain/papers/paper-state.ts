import { ok, refuse, type Result } from '../result.ts';

/** A paper (Vorlage) informs, asks for a decision or reports. */
export const paperTypes = ['information', 'decision', 'report'] as const;
export type PaperType = (typeof paperTypes)[number];

/** The life of a paper. Proposal and reasoning are frozen at the release; what was decided is carried out. */
export const paperStates = ['draft', 'released', 'in-consultation', 'decided', 'withdrawn', 'executed'] as const;
export type PaperState = (typeof paperStates)[number];

const moves: Record<PaperState, readonly PaperState[]> = {
	draft: ['released', 'withdrawn'],
	released: ['draft', 'in-consultation', 'decided', 'withdrawn'],
	'in-consultation': ['decided', 'withdrawn'],
	decided: ['executed'],
	withdrawn: [],
	executed: []
};

/** Whether a paper may go from one state to the other. Once a body has consulted on it, it is no draft any more. */
export function mayMovePaper(from: PaperState, to: PaperState): Result<void> {
	return moves[from].includes(to) ? ok() : refuse({ code: 'paper.move-impossible', from, to });
}

/** Whether its texts and its chain may be changed: only in a draft. */
export function mayEditPaper(state: PaperState): Result<void> {
	return state === 'draft' ? ok() : refuse({ code: 'paper.not-draft', state });
}
