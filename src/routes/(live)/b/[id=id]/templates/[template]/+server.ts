import { json, type RequestHandler } from '@sveltejs/kit';
import { requireScaffold } from '#server/web/board-visit.ts';
import { readTemplatePlan } from '#server/web/board-templates.ts';
import { notFound } from '#server/web/guard.ts';
import { getLocale } from '#paraglide/runtime.js';

/** One template as it is laid out, for who may prepare this board. */
export const GET: RequestHandler = async (event) => {
	const { tenantId } = await requireScaffold(event, event.params.id ?? '');
	const plan = await readTemplatePlan(event.locals.app.db, tenantId, event.params.template ?? '', getLocale());
	return json(plan ?? notFound());
};
