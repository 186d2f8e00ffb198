import type { ProjectorState, SharedState } from '#protocol/session-state.ts';

/** What a covered projector gets: that the session goes on, and nothing of what is said, written or decided in it. */
export function coveredState({
	rehearsal,
	seq,
	now,
	sessionId,
	title,
	boardId,
	state,
	present
}: SharedState): ProjectorState {
	return {
		view: 'projector',
		covered: true,
		seq,
		now,
		sessionId,
		title,
		boardId,
		state,
		present,
		question: '',
		rehearsal,
		code: '',
		joinPath: '',
		wifi: null,
		entrance: 'closed',
		steps: [],
		currentStepId: null,
		timer: { endsAt: null, leftMs: null },
		ready: 0,
		cardCount: 0,
		cards: [],
		clusters: [],
		impulses: [],
		rounds: [],
		budget: null,
		drifted: [],
		agreements: [],
		spotlight: null,
		calledAt: null,
		hands: [],
		away: [],
		coFacilitators: [],
		voteRequests: [],
		sharedDevices: false,
		muted: []
	};
}
