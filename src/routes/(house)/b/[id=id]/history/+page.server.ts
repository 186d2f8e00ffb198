import { redirect } from '@sveltejs/kit';
import { createCheckpoint } from '#server/commands/create-checkpoint.ts';
import { restoreCheckpoint } from '#server/commands/restore-checkpoint.ts';
import { act } from '#server/web/act.ts';
import { readHistory } from '#server/web/history.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	id: event.params.id,
	...(await readHistory(event, { boardId: event.params.id }))
});

export const actions: Actions = {
	mark: async (event) => {
		const form = await event.request.formData();
		const marked = await act(event.locals, createCheckpoint, {
			boardId: event.params.id,
			name: form.get('name') ?? ''
		});
		return marked.ok ? { marked: true } : marked.failure;
	},
	restore: async (event) => {
		const form = await event.request.formData();
		const boardId = event.params.id;
		const restored = await act(event.locals, restoreCheckpoint, { boardId, checkpointId: form.get('checkpoint') });
		if (!restored.ok) return restored.failure;
		redirect(303, `/b/${boardId}?restored`);
	}
};
