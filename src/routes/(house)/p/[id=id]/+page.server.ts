import { may } from '#domain/rights/rights.ts';
import { listBoards, listSessions, listTexts } from '#server/db/repositories/processes.ts';
import { processPage } from '#server/web/process-page.ts';
import type { PageServerLoad } from './$types';

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
		mayCreateSession: may(held, 'session.create'),
		mayCreateText: may(held, 'text.create')
	};
};
