import type { ScaffoldPlan } from '#board/scaffold-plan.ts';
import type { Result } from '#domain/result.ts';
import { get, tell } from '#lib/ui/tell.ts';
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
export function keepTemplate(input: {
	boardId: string;
	name: string;
	areas?: readonly string[];
}): Promise<Result<unknown> | null> {
	return tell('save-board-template', input);
}
