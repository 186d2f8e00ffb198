import { redirect } from '@sveltejs/kit';
import { restoreCheckpoint } from '#server/commands/restore-checkpoint.ts';
import { act } from '#server/web/act.ts';
import { readElements } from '#server/web/board-visit.ts';
import { readVotes } from '#server/web/board-votes.ts';
import { requirePerson } from '#server/web/guard.ts';
import { readPastBoard } from '#server/web/history.ts';
import type { Actions, PageServerLoad } from './$types';

/** What lies on the board, today or at a checkpoint, so that it can be read before any script has run, and without. */
export const load: PageServerLoad = async (event) => {
	// The layout refuses strangers; nothing of the board is read for them.
	const { board } = await event.parent();
	const { app } = event.locals;
	const at = event.url.searchParams.get('at');
	const past = at === null ? null : await readPastBoard(app, event.params.id, at);
	const votes = past ? [] : await readVotes(app.db, requirePerson(event), board);
	const elements = past?.elements ?? (await readElements(app, event.params.id));
	return { elements, votes, past, restored: event.url.searchParams.has('restored') };
};

export const actions: Actions = {
	restore: async (event) => {
		const form = await event.request.formData();
		const boardId = event.params.id;
		const restored = await act(event.locals, restoreCheckpoint, { boardId, checkpointId: form.get('checkpoint') });
		if (!restored.ok) return restored.failure;
		redirect(303, `/b/${boardId}?restored`);
	}
};
