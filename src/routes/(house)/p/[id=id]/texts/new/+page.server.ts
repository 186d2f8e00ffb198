import { redirect } from '@sveltejs/kit';
import { createText } from '#server/commands/create-text.ts';
import { findProcess, listBoards } from '#server/db/repositories/processes.ts';
import { act } from '#server/web/act.ts';
import { notFound, requireMember, requireRight } from '#server/web/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { tenantId } = requireMember(event);
	const process = (await findProcess(event.locals.app.db, tenantId, event.params.id)) ?? notFound();
	await requireRight(event, 'text.create', { tenantId, processId: process.id });
	return { process, boards: (await listBoards(event.locals.app.db, tenantId, process.id)).length > 0 };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const created = await act(event.locals, createText, {
			processId: event.params.id,
			title: form.get('title'),
			kind: form.get('kind')
		});
		if (!created.ok) return created.failure;
		redirect(303, `/t/${created.value.textId}${form.has('take') ? '?take' : ''}`);
	}
};
