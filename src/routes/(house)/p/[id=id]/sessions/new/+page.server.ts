import { redirect } from '@sveltejs/kit';
import { createSession } from '#server/commands/create-session.ts';
import { findProcess, listTeams } from '#server/db/repositories/processes.ts';
import { listSessionTemplates } from '#server/db/repositories/session-templates.ts';
import { act } from '#server/web/act.ts';
import { notFound, requireMember, requireRight } from '#server/web/guard.ts';
import { getLocale } from '#paraglide/runtime.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals.app;
	const { tenantId } = requireMember(event);
	const process = (await findProcess(db, tenantId, event.params.id)) ?? notFound();
	await requireRight(event, 'session.create', { tenantId, processId: process.id });
	const [teams, kept] = await Promise.all([listTeams(db, tenantId), listSessionTemplates(db, tenantId)]);
	return { process, teams, kept, wanted: event.url.searchParams.get('template') };
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
