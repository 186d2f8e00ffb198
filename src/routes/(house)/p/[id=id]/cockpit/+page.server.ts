import { askForHelp } from '#server/commands/ask-for-help.ts';
import { act } from '#server/web/act.ts';
import { cockpitOf } from '#server/web/cockpit.ts';
import { requireRight } from '#server/web/guard.ts';
import { processPage } from '#server/web/process-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { process, tenantId, leads } = await processPage(event);
	await requireRight(event, 'process.oversee', { tenantId, processId: process.id });
	const { app } = event.locals;
	return { process, leads, now: app.clock().getTime(), rows: await cockpitOf(app, tenantId, process.id) };
};

export const actions: Actions = {
	settled: async ({ locals, request }) => {
		const sessionId = (await request.formData()).get('sessionId');
		const settled = await act(locals, askForHelp, { sessionId, asking: false });
		return settled.ok ? settled.value : settled.failure;
	}
};
