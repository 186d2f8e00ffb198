import { ok, refuse, type Result } from '../result.ts';
import { lengthOf, normaliseText } from '../texts/normal-form.ts';

/** How much fits: characters of an answer, answers of a thread, threads of a board. */
export const commentLimits = { text: 1_000, answers: 200, threads: 300 } as const;

/** The words of a comment as they are kept: something, and not too much of it. */
export function commentText(typed: string): Result<string> {
	const words = normaliseText(typed.trim());
	if (words === '') return refuse({ code: 'comment.empty' });
	return lengthOf(words) > commentLimits.text
		? refuse({ code: 'input.too-long', field: 'text', limit: commentLimits.text })
		: ok(words);
}
