import type { ProjectorState, SharedState } from '#protocol/session-state.ts';

/** What a covered projector gets: that the session goes on, and nothing of what is said, written or decided in it. */
export const coveredState = (shared: SharedState): ProjectorState => ({
	...emptyState(shared),
	covered: true,
	title: shared.title,
	boardId: shared.boardId,
	present: shared.present
});

/** What a projector gets while the session is not public: that it goes on, and since when it is not. */
export const nonPublicState = (shared: SharedState): ProjectorState => ({
	...emptyState(shared),
	nonPublicSince: shared.nonPublicSince
});

const emptyState = ({ rehearsal, seq, now, sessionId, state }: SharedState): ProjectorState => ({
	view: 'projector',
	covered: false,
	nonPublicSince: null,
	seq,
	now,
	sessionId,
	title: '',
	boardId: '',
	state,
	present: 0,
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
});
