import { may } from '#domain/rights/rights.ts';
import { standingsOf } from '#server/auth/standings.ts';
import { listResting } from '#server/db/repositories/pauses.ts';
import { listProcesses } from '#server/db/repositories/processes.ts';
import { requireMember } from '#server/web/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals.app;
	const person = requireMember(event);
	const { tenantId, personId, role } = person;
	const held = await standingsOf(db, person, { tenantId });
	return {
		processes: await listProcesses(db, tenantId, personId, role !== 'member'),
		/** Those that rest. */
		resting: await listResting(db, tenantId),
		mayCreate: may(held, 'process.create')
	};
};
