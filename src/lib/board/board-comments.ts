import type { Problem } from '#domain/problems.ts';
import type { Result } from '#domain/result.ts';
import type { ThreadView } from '#protocol/comment-thread.ts';

/** Where a new thread begins: at an element, or at a place of the board. */
export interface ThreadPlace {
	on: string | null;
	at?: { x: number; y: number };
}

/** What somebody says, and whether she was told that her name does not stand beside it. */
export interface Words {
	text: string;
	unsigned: boolean;
}

/** The threads of one board. A null answer says that the server was not reached. */
export class BoardComments {
	readonly #boardId: string;

	constructor(boardId: string) {
		this.#boardId = boardId;
	}

	/** What was said at a pin; null also where there is nothing. */
	async read(elementId: string): Promise<ThreadView | null> {
		const answer = await fetch(`/b/${this.#boardId}/threads/${elementId}`).catch(() => null);
		return answer?.ok ? ((await answer.json()) as ThreadView) : null;
	}

	/** Whether what this person says now would stand there without her name; null also where nobody knows. */
	async unsigned(): Promise<boolean | null> {
		const answer = await fetch(`/b/${this.#boardId}/threads`).catch(() => null);
		return answer?.ok ? ((await answer.json()) as Pick<ThreadView, 'unsigned'>).unsigned : null;
	}

	start = ({ on, at }: ThreadPlace, words: Words) =>
		this.#ask<{ elementId: string }>('start-thread', { on, at, ...words });
	answer = (elementId: string, words: Words) => this.#ask('answer-thread', { elementId, ...words });
	settle = (elementId: string, settled: boolean) => this.#ask('settle-thread', { elementId, settled });
	remove = (elementId: string, answerId: string) => this.#ask('remove-answer', { elementId, answerId });

	async #ask<T = unknown>(command: string, input: Record<string, unknown>): Promise<Result<T> | null> {
		try {
			const body = JSON.stringify({ boardId: this.#boardId, ...input });
			const headers = { 'content-type': 'application/json' };
			const answer = await fetch(`/api/v1/commands/${command}`, { method: 'POST', body, headers });
			const said = (await answer.json()) as { value?: T; problem?: Problem };
			if (said.problem) return { ok: false, problem: said.problem };
			return { ok: true, value: said.value as T };
		} catch {
			return null;
		}
	}
}
