import { may } from '#domain/rights/rights.ts';
import { standingsOf } from '#server/auth/standings.ts';
import { listColleagues, listGroups } from '#server/db/repositories/groups.ts';
import { processPage } from '#server/web/process-page.ts';
import { groupDeeds } from '#server/web/group-deeds.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals.app;
	const { process, tenantId, leads, person } = await processPage(event);
	const [groups, colleagues] = await Promise.all([
		listGroups(db, tenantId, process.id),
		leads ? listColleagues(db, tenantId) : []
	]);
	const leading = new Set<string>();
	for (const { sessions } of groups)
		for (const { id: sessionId } of sessions)
			if (may(await standingsOf(db, person, { tenantId, processId: process.id, sessionId }), 'session.lead'))
				leading.add(sessionId);
	return {
		process,
		leads,
		colleagues,
		today: event.locals.app.clock().toISOString().slice(0, 10),
		groups: groups.map(({ sessions, ...group }) => ({
			...group,
			sessions: sessions.map(({ id, title, state, code }) => ({
				id,
				title,
				state,
				code: leads ? code : null,
				leads: leading.has(id)
			}))
		}))
	};
};

export const actions: Actions = groupDeeds;
