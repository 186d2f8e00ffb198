import { fail } from '@sveltejs/kit';
import { may } from '#domain/rights/rights.ts';
import { standingsOf } from '#server/auth/standings.ts';
import { removeSessionTemplate } from '#server/commands/remove-session-template.ts';
import { renameSessionTemplate } from '#server/commands/rename-session-template.ts';
import { findProcess } from '#server/db/repositories/processes.ts';
import { listSessionTemplates } from '#server/db/repositories/session-templates.ts';
import { act } from '#server/web/act.ts';
import { notFound, requireMember, requireRight } from '#server/web/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals.app;
	const { tenantId } = requireMember(event);
	const process = (await findProcess(db, tenantId, event.params.id)) ?? notFound();
	const person = await requireRight(event, 'session.create', { tenantId, processId: process.id });
	const kept = await listSessionTemplates(db, tenantId);
	const mayChange = async (processId: string) =>
		may(await standingsOf(db, person, { tenantId, processId }), 'session-template.keep');
	const templates = await Promise.all(kept.map(async (one) => ({ ...one, mayChange: await mayChange(one.processId) })));
	return { process, templates, saved: event.url.searchParams.get('saved') };
};

export const actions: Actions = {
	rename: async ({ locals, request }) => {
		const form = await request.formData();
		const [templateId, name] = [String(form.get('templateId')), String(form.get('name') ?? '')];
		const renamed = await act(locals, renameSessionTemplate, { templateId, name });
		if (!renamed.ok) return fail(renamed.failure.status, { ...renamed.failure.data, templateId, name });
		return { renamed: renamed.value.templateId };
	},
	remove: async ({ locals, request }) => {
		const templateId = (await request.formData()).get('templateId');
		const removed = await act(locals, removeSessionTemplate, { templateId });
		return removed.ok ? { removed: true } : removed.failure;
	}
};
