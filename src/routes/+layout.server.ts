import { may } from '#domain/rights/rights.ts';
import { standingsOf } from '#server/auth/standings.ts';
import { nameOf } from '#server/db/repositories/people.ts';
import type { LayoutServerLoad } from './$types';

/** What every page knows: who is here and how she likes to see it. */
export const load: LayoutServerLoad = async ({ locals }) => {
	const { actor, app, theme } = locals;
	if (actor.kind !== 'person') return { person: null, theme };
	const { tenantId, personId, role } = actor;
	const [name, held] = await Promise.all([
		nameOf(app.db, tenantId, personId),
		standingsOf(app.db, actor, { tenantId })
	]);
	return { person: { name, role, manages: may(held, 'organisation.manage') }, theme };
};
