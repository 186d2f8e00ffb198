import type { Problem } from '#domain/problems.ts';
import type { Result } from '#domain/result.ts';

/*
 * How pictures come to a board. A null answer says that the server was not reached.
 */

/** A picture as the server keeps it. */
interface Kept {
	picture: string;
}

/** Keeps a picture for a board. */
export function keepPicture(boardId: string, bytes: Blob): Promise<Result<Kept> | null> {
	return ask(`/b/${boardId}/pictures`, bytes);
}

/** Keeps for a board a picture of another one. */
export function bringPicture(boardId: string, picture: string): Promise<Result<Kept> | null> {
	const input = JSON.stringify({ boardId, picture });
	return ask('/api/v1/commands/bring-picture', new Blob([input], { type: 'application/json' }));
}

async function ask(address: string, body: Blob): Promise<Result<Kept> | null> {
	try {
		const answer = await fetch(address, { method: 'POST', body });
		const said = (await answer.json()) as { value?: Kept; problem?: Problem };
		if (said.value) return { ok: true, value: said.value };
		return said.problem ? { ok: false, problem: said.problem } : null;
	} catch {
		return null;
	}
}
