import type { Mentionable } from '#domain/comments/mentions.ts';
import type { Problem } from '#domain/problems.ts';
import type { Result } from '#domain/result.ts';
import type { TextCommentsView } from '#protocol/text-comments.ts';
import type { AnchorWish } from '#text/anchors.ts';

/** What a new thread is about: words or a paragraph of the text, or something that is suggested for it. */
export type CommentSubject = { anchor: AnchorWish } | { suggestionId: string };

/** What somebody says, whom she calls, and whether she was told that her name does not stand beside it. */
export interface CommentWords {
	text: string;
	mentions: readonly string[];
	unsigned: boolean;
}

/** An answer of the server; null says that it was not reached. */
export type Asked<T = unknown> = Promise<Result<T> | null>;

/** The way to the comments of one text. */
export class CommentDoor {
	readonly #textId: () => string;

	constructor(textId: () => string) {
		this.#textId = textId;
	}

	read = () => this.#read<TextCommentsView>('comments');
	people = () => this.#read<Mentionable[]>('comments/people');
	start = (subject: CommentSubject, words: CommentWords) =>
		this.#ask<{ threadId: string }>('start-thread', { ...subject, ...words });
	answer = (threadId: string, words: CommentWords) => this.#ask('answer-thread', { threadId, ...words });
	settle = (threadId: string, settled: boolean) => this.#ask('settle-thread', { threadId, settled });
	remove = (threadId: string, answerId: string) => this.#ask('remove-answer', { threadId, answerId });

	async #read<T>(what: string): Promise<T | null> {
		const answer = await fetch(`/t/${this.#textId()}/${what}`).catch(() => null);
		return answer?.ok ? ((await answer.json()) as T) : null;
	}

	async #ask<T = unknown>(command: string, input: Record<string, unknown>): Asked<T> {
		try {
			const body = JSON.stringify({ textId: this.#textId(), ...input });
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
