import { may } from '#domain/rights/rights.ts';
import { standingsOf } from '#server/auth/standings.ts';
import { listPapers } from '#server/db/repositories/papers.ts';
import { requireMember, requireRight } from '#server/web/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals.app;
	const { tenantId } = requireMember(event);
	const person = await requireRight(event, 'paper.read', { tenantId });
	const held = await standingsOf(db, person, { tenantId });
	return { papers: await listPapers(db, tenantId), mayWrite: may(held, 'paper.write') };
};
