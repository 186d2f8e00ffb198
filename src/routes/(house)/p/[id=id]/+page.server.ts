import { findProcess, listBoards, listSessions, listTeams, listTexts } from '#server/db/repositories/processes.ts';
import { may } from '#domain/rights/rights.ts';
import { standingsOf } from '#server/auth/standings.ts';
import { notFound, requireMember, requireRight } from '#server/web/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals.app;
	const { tenantId } = requireMember(event);
	const process = (await findProcess(db, tenantId, event.params.id)) ?? notFound();
	const at = { tenantId, processId: process.id };
	const person = await requireRight(event, 'process.read', at);
	const [sessions, boards, texts, teams, held] = await Promise.all([
		listSessions(db, tenantId, process.id),
		listBoards(db, tenantId, process.id),
		listTexts(db, tenantId, process.id),
		listTeams(db, tenantId),
		standingsOf(db, person, at)
	]);
	return {
		process,
		sessions,
		boards,
		texts,
		teams,
		mayCreateSession: may(held, 'session.create'),
		mayCreateText: may(held, 'text.create')
	};
};
