import type { Result } from '#domain/result.ts';
import * as m from '#paraglide/messages.js';

/** What stood in the way, in words; empty where nothing did. The words of all problems are many, and a refusal is rare. */
export async function troubleOf(answer: Result<unknown> | null): Promise<string> {
	if (answer === null) return m.comment_not_reached();
	if (answer.ok) return '';
	return (await import('#lib/ui/problem-text.ts')).describeProblem(answer.problem);
}
