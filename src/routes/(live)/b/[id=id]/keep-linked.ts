import type { LinkedThings } from '#lib/board/linked-things.svelte.ts';
import type { LinkedView } from '#protocol/linked-views.ts';

/** What of the house can stand on a board; null where the network does not answer. */
export async function fetchLinked(boardId: string): Promise<LinkedView[] | null> {
	const answer = await fetch(`/b/${boardId}/linked`).catch(() => null);
	return answer?.ok ? ((await answer.json()) as LinkedView[]) : null;
}

/** Asks what it says today, and again whenever somebody comes back to the board. Returns how to stop. */
export function keepLinked(linked: LinkedThings): () => void {
	void linked.ask();
	const turn = () => void (document.hidden || linked.ask());
	document.addEventListener('visibilitychange', turn);
	return () => document.removeEventListener('visibilitychange', turn);
}
