import { ok, refuse, type Result } from '../result.ts';
import { lengthOf, normaliseText } from '../texts/normal-form.ts';
import { countMentions } from './mentions.ts';

/** How much fits: characters of an answer, people it calls, answers of a thread, threads of a board and open ones of a text. */
export const commentLimits = { text: 1_000, mentions: 20, answers: 200, threads: 300 } as const;

/** The words of a comment as they are kept: something, and not too much of it; each mark in them stands for one of so many people. */
export function commentText(typed: string, mentioned = 0): Result<string> {
	const words = normaliseText(typed.trim());
	if (words === '') return refuse({ code: 'comment.empty' });
	if (mentioned > 0 && countMentions(words) !== mentioned)
		return refuse({ code: 'input.invalid', fields: [{ path: 'mentions', problem: 'one for each mark' }] });
	return lengthOf(words) > commentLimits.text
		? refuse({ code: 'input.too-long', field: 'text', limit: commentLimits.text })
		: ok(words);
}
