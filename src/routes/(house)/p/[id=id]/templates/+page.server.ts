import { fail } from '@sveltejs/kit';
import { may, type Action } from '#domain/rights/rights.ts';
import { standingsOf } from '#server/auth/standings.ts';
import { removeBoardTemplate } from '#server/commands/remove-board-template.ts';
import { removeSessionTemplate } from '#server/commands/remove-session-template.ts';
import { renameBoardTemplate } from '#server/commands/rename-board-template.ts';
import { renameSessionTemplate } from '#server/commands/rename-session-template.ts';
import { listBoardTemplates, listSessionTemplates } from '#server/db/repositories/kept-templates.ts';
import { findProcess } from '#server/db/repositories/processes.ts';
import { act } from '#server/web/act.ts';
import { notFound, requireMember, requireRight } from '#server/web/guard.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals.app;
	const { tenantId } = requireMember(event);
	const process = (await findProcess(db, tenantId, event.params.id)) ?? notFound();
	const person = await requireRight(event, 'session.create', { tenantId, processId: process.id });
	const withRights = <T extends { processId: string }>(kept: readonly T[], right: Action) =>
		Promise.all(
			kept.map(async (one) => {
				const held = await standingsOf(db, person, { tenantId, processId: one.processId });
				return { ...one, mayChange: may(held, right) };
			})
		);
	return {
		process,
		templates: await withRights(await listSessionTemplates(db, tenantId), 'session-template.keep'),
		boards: await withRights(await listBoardTemplates(db, tenantId), 'board-template.keep'),
		saved: event.url.searchParams.get('saved')
	};
};

const renaming =
	(command: typeof renameSessionTemplate) =>
	async ({ locals, request }: RequestEvent) => {
		const form = await request.formData();
		const [templateId, name] = [String(form.get('templateId')), String(form.get('name') ?? '')];
		const renamed = await act(locals, command, { templateId, name });
		if (!renamed.ok) return fail(renamed.failure.status, { ...renamed.failure.data, templateId, name });
		return { renamed: renamed.value.templateId };
	};

const removing =
	(command: typeof removeSessionTemplate) =>
	async ({ locals, request }: RequestEvent) => {
		const templateId = (await request.formData()).get('templateId');
		const removed = await act(locals, command, { templateId });
		return removed.ok ? { removed: true } : removed.failure;
	};

export const actions: Actions = {
	rename: renaming(renameSessionTemplate),
	remove: removing(removeSessionTemplate),
	renameBoard: renaming(renameBoardTemplate),
	removeBoard: removing(removeBoardTemplate)
};
