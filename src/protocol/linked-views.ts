import type { VersionState } from '#domain/goals/version-state.ts';

/** What something of the house that can stand on a board says today, for somebody who may read it. It never travels in a document. */
export type LinkedView = { ref: string; words: string } & (
	{ kind: 'goal'; number: string; state: VersionState } | { kind: 'strategy-card'; topics: number }
);
