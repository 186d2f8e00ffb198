import { fail } from '@sveltejs/kit';
import { restoreElements } from '#server/commands/restore-elements.ts';
import { act } from '#server/web/act.ts';
import { compareWithToday } from '#server/web/comparison.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	id: event.params.id,
	...(await compareWithToday(event, event.params.id, event.params.checkpoint))
});

export const actions: Actions = {
	restore: async (event) => {
		const elements = (await event.request.formData()).getAll('element');
		if (elements.length === 0) return fail(400, { nothing: true });
		const { id: boardId, checkpoint: checkpointId } = event.params;
		const done = await act(event.locals, restoreElements, { boardId, checkpointId, elements });
		return done.ok ? { restored: done.value.restored } : done.failure;
	}
};
