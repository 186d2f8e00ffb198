import { may } from '#domain/rights/rights.ts';
import type { GoalSystemView } from '#protocol/goal-views.ts';
import { standingsOf } from '#server/auth/standings.ts';
import { listWaitingAgreements } from '#server/db/repositories/agreements.ts';
import { listGoalSystems, readVersion } from '#server/db/repositories/goals.ts';
import { notFound, requireMember, requireRight } from '#server/web/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals.app;
	const { tenantId } = requireMember(event);
	const person = await requireRight(event, 'goal.read', { tenantId });
	const held = await standingsOf(db, person, { tenantId });
	const systems = await listGoalSystems(db, tenantId);
	const { searchParams } = event.url;
	const wanted = searchParams.get('version') ?? firstVersion(systems);
	const known = systems.some(({ versions }) => versions.some(({ id }) => id === wanted));
	if (wanted && !known) notFound();
	const mayPromote = may(held, 'goal.promote');
	return {
		systems,
		version: wanted ? await readVersion(db, tenantId, wanted) : null,
		level: searchParams.get('level'),
		view: searchParams.get('view') === 'table' ? ('table' as const) : ('tree' as const),
		mayEdit: may(held, 'goal.edit'),
		waiting: mayPromote ? await listWaitingAgreements(db, tenantId) : []
	};
};

/** What holds now: the adopted version, else the newest. */
function firstVersion(systems: readonly GoalSystemView[]): string | null {
	const versions = systems.flatMap((system) => system.versions);
	return (versions.find(({ state }) => state === 'adopted') ?? versions[0])?.id ?? null;
}
