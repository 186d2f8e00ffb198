import type { BoardVotes } from '#lib/board/board-votes.svelte.ts';
import type { VotedView } from '#protocol/board-votes.ts';

/** How often an open board asks whether there was a vote, in milliseconds. */
const every = 20_000;

/** Keeps what was voted on of a board up to date as long as somebody looks at it. Returns how to stop. */
export function keepVotes(boardId: string, votes: BoardVotes): () => void {
	const ask = async () => {
		if (document.hidden) return;
		// Without a network the board keeps what it knows.
		const answer = await fetch(`/b/${boardId}/votes`).catch(() => null);
		if (answer?.ok) votes.take((await answer.json()) as VotedView[]);
	};
	const beat = setInterval(() => void ask(), every);
	const turn = () => void ask();
	document.addEventListener('visibilitychange', turn);
	return () => {
		clearInterval(beat);
		document.removeEventListener('visibilitychange', turn);
	};
}
