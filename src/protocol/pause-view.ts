import type { Day } from '#domain/day.ts';

/** What everybody reads about a process at rest. */
export interface PauseView {
	since: Day;
	reason: string;
	/** The day on which it is looked at again. */
	lookAgainOn: Day | null;
	/** The names of those who can let it go on, for members of the organisation. */
	leads: string[];
	/** Where it can be continued, for members. */
	processId: string | null;
}
