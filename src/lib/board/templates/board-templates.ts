import type { ScaffoldPlan } from '#board/scaffold-plan.ts';
import type { Problem } from '#domain/problems.ts';
import { ok, type Result } from '#domain/result.ts';
import type { TemplateView } from '#protocol/template-views.ts';

/*
 * How templates come to a board, and areas of a board become one. A null answer says that the server was not reached.
 */

/** What can be laid onto a board. */
export function fetchTemplates(boardId: string): Promise<TemplateView[] | null> {
	return get(`/b/${boardId}/templates`);
}

/** One of them as it is laid out. */
export function fetchPlan(boardId: string, { key }: TemplateView): Promise<ScaffoldPlan | null> {
	return get(`/b/${boardId}/templates/${key}`);
}

/** Lets the organisation keep a board as a template, or some areas of it. */
export async function keepTemplate(input: {
	boardId: string;
	name: string;
	areas?: readonly string[];
}): Promise<Result<void> | null> {
	try {
		const answer = await fetch('/api/v1/commands/save-board-template', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(input)
		});
		if (answer.ok) return ok();
		const { problem } = (await answer.json()) as { problem?: Problem };
		return problem ? { ok: false, problem } : null;
	} catch {
		return null;
	}
}

async function get<T>(address: string): Promise<T | null> {
	const answer = await fetch(address).catch(() => null);
	return answer?.ok ? ((await answer.json()) as T) : null;
}
