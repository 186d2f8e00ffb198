import { listGroups } from '#server/db/repositories/groups.ts';
import { requireRight } from '#server/web/guard.ts';
import { processPage } from '#server/web/process-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { process, tenantId } = await processPage(event);
	await requireRight(event, 'process.oversee', { tenantId, processId: process.id });
	const groups = await listGroups(event.locals.app.db, tenantId, process.id);
	const posters = groups.flatMap(({ id, name, room, colour, sessions }) =>
		sessions
			.filter(({ state }) => state !== 'ended')
			.map(({ id: sessionId, code, joinPath }) => ({ id: sessionId, groupId: id, name, room, colour, code, joinPath }))
	);
	return { process, posters };
};
