import { error } from '@sveltejs/kit';
import { listGroups } from '#server/db/repositories/groups.ts';
import { processPage } from '#server/web/process-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { process, tenantId, leads } = await processPage(event);
	if (!leads) error(403, { message: 'right.missing', problem: { code: 'right.missing', action: 'process.manage' } });
	const groups = await listGroups(event.locals.app.db, tenantId, process.id);
	const posters = groups.flatMap(({ id, name, room, colour, sessions }) =>
		sessions
			.filter(({ state }) => state !== 'ended')
			.map(({ id: sessionId, code, joinPath }) => ({ id: sessionId, groupId: id, name, room, colour, code, joinPath }))
	);
	return { process, posters };
};
