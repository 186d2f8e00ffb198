import { listColleagues, listGroups } from '#server/db/repositories/groups.ts';
import { listOwnSessions } from '#server/db/repositories/processes.ts';
import { processPage } from '#server/web/process-page.ts';
import { groupDeeds } from '#server/web/group-deeds.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals.app;
	const { process, tenantId, leads, manages, person } = await processPage(event);
	const [groups, colleagues, own] = await Promise.all([
		listGroups(db, tenantId, process.id),
		manages ? listColleagues(db, tenantId) : [],
		listOwnSessions(db, tenantId, person.personId)
	]);
	const leading = new Set(own.filter(({ role }) => role === 'facilitator').map(({ id }) => id));
	return {
		process,
		leads,
		manages,
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
