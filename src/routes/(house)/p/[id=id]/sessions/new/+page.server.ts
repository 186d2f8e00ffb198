import { redirect } from '@sveltejs/kit';
import { createSession } from '#server/commands/create-session.ts';
import { listGroups } from '#server/db/repositories/groups.ts';
import { findProcess, listTeams } from '#server/db/repositories/processes.ts';
import { listSessionTemplates } from '#server/db/repositories/kept-templates.ts';
import { act } from '#server/web/act.ts';
import { notFound, requireMember, requireRight } from '#server/web/guard.ts';
import { getLocale } from '#paraglide/runtime.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals.app;
	const { tenantId } = requireMember(event);
	const process = (await findProcess(db, tenantId, event.params.id)) ?? notFound();
	await requireRight(event, 'session.create', { tenantId, processId: process.id });
	const [groups, teams, kept] = await Promise.all([
		listGroups(db, tenantId, process.id),
		listTeams(db, tenantId),
		listSessionTemplates(db, tenantId)
	]);
	const wanted = (name: string) => event.url.searchParams.get(name);
	return {
		process,
		teams: groups.length > 0 ? groups.map(({ bodyId, name }) => ({ id: bodyId, name })) : teams,
		kept,
		wanted: wanted('template'),
		wantedGroup: wanted('group')
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = await request.formData();
		const typed = (name: string) => String(form.get(name) ?? '');
		const created = await act(locals, createSession, {
			processId: params.id,
			title: typed('title'),
			question: typed('question'),
			bodyId: typed('bodyId') || undefined,
			template: typed('template'),
			language: getLocale()
		});
		if (!created.ok) return created.failure;
		redirect(303, `/s/${created.value.sessionId}/lead`);
	}
};
