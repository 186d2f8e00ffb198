import type { Result } from '#domain/result.ts';
import { get, tell } from '#lib/ui/tell.ts';
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
	read(elementId: string): Promise<ThreadView | null> {
		return get(`/b/${this.#boardId}/threads/${elementId}`);
	}

	/** Whether what this person says now would stand there without her name; null also where nobody knows. */
	async unsigned(): Promise<boolean | null> {
		const here = await get<Pick<ThreadView, 'unsigned'>>(`/b/${this.#boardId}/threads`);
		return here?.unsigned ?? null;
	}

	start = ({ on, at }: ThreadPlace, words: Words) =>
		this.#ask<{ elementId: string }>('start-thread', { on, at, ...words });
	answer = (elementId: string, words: Words) => this.#ask('answer-thread', { elementId, ...words });
	settle = (elementId: string, settled: boolean) => this.#ask('settle-thread', { elementId, settled });
	remove = (elementId: string, answerId: string) => this.#ask('remove-answer', { elementId, answerId });

	#ask<T = unknown>(command: string, input: Record<string, unknown>): Promise<Result<T> | null> {
		return tell(command, { boardId: this.#boardId, ...input });
	}
}
