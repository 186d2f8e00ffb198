import { listProcesses } from '#server/db/repositories/processes.ts';
import { requireMember } from '#server/web/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { tenantId, personId, role } = requireMember(event);
	return { processes: await listProcesses(event.locals.app.db, tenantId, personId, role !== 'member') };
};
