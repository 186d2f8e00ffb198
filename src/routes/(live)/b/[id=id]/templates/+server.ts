import { json, type RequestHandler } from '@sveltejs/kit';
import { requireScaffold } from '#server/web/board-visit.ts';
import { offeredTemplates } from '#server/web/board-templates.ts';
import { getLocale } from '#paraglide/runtime.js';

/** What can be laid onto this board, for who may prepare it. */
export const GET: RequestHandler = async (event) => {
	const { tenantId } = await requireScaffold(event, event.params.id ?? '');
	return json(await offeredTemplates(event.locals.app.db, tenantId, getLocale()));
};
