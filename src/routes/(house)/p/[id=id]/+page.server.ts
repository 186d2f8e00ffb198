import { may } from '#domain/rights/rights.ts';
import { continueProcess, pauseProcess } from '#server/commands/pause-process.ts';
import { listBoards, listSessions, listTexts } from '#server/db/repositories/processes.ts';
import { act } from '#server/web/act.ts';
import { processPage } from '#server/web/process-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals.app;
	const { process, tenantId, held, leads } = await processPage(event);
	const [sessions, boards, texts] = await Promise.all([
		listSessions(db, tenantId, process.id),
		listBoards(db, tenantId, process.id),
		listTexts(db, tenantId, process.id)
	]);
	return {
		process,
		sessions,
		boards,
		texts,
		leads,
		mayPause: may(held, 'process.pause'),
		mayCreateSession: may(held, 'session.create'),
		mayCreateText: may(held, 'text.create')
	};
};

export const actions: Actions = {
	pause: async ({ locals, params, request }) => {
		const form = await request.formData();
		const lookAgainOn = form.get('lookAgainOn') || null;
		const input = { processId: params.id, reason: form.get('reason'), lookAgainOn };
		const paused = await act(locals, pauseProcess, input);
		return paused.ok ? { paused: true } : paused.failure;
	},
	continue: async ({ locals, params }) => {
		const continued = await act(locals, continueProcess, { processId: params.id });
		return continued.ok ? { paused: false } : continued.failure;
	}
};
