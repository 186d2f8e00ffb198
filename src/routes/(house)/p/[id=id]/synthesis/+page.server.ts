import { may } from '#domain/rights/rights.ts';
import { readSynthesis } from '#server/db/repositories/synthesis.ts';
import { processPage } from '#server/web/process-page.ts';
import { synthesisDeeds } from '#server/web/synthesis-deeds.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { process, tenantId, held, leads, manages } = await processPage(event);
	const { spaces, topics, open } = await readSynthesis(event.locals.app.db, tenantId, process.id);
	return { process, leads, manages, spaces, topics, open, mayWrite: may(held, 'synthesis.write') };
};

export const actions: Actions = synthesisDeeds;
