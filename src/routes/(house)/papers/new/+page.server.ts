import { fail, redirect } from '@sveltejs/kit';
import { yearOf, isDay } from '#domain/day.ts';
import { isId } from '#domain/is-id.ts';
import { createPaper } from '#server/commands/create-paper.ts';
import { listProcesses } from '#server/db/repositories/processes.ts';
import { listProposable } from '#server/db/repositories/papers.ts';
import { findProposableText } from '#server/db/repositories/text-resolutions.ts';
import { act } from '#server/web/act.ts';
import { requireMember, requireRight } from '#server/web/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, clock } = event.locals.app;
	const { tenantId } = requireMember(event);
	const person = await requireRight(event, 'paper.write', { tenantId });
	const versions = await listProposable(db, tenantId);
	const { searchParams } = event.url;
	const wanted = searchParams.get('version');
	const textVersionId = searchParams.get('text');
	return {
		versions,
		text: textVersionId && isId(textVersionId) ? await findProposableText(db, tenantId, textVersionId) : null,
		chosen: versions.find(({ id }) => id === wanted) ?? versions[0] ?? null,
		processes: await listProcesses(db, tenantId, person.personId, true),
		today: clock().toISOString().slice(0, 10)
	};
};

export const actions: Actions = {
	default: async (event) => {
		const form = Object.fromEntries(await event.request.formData()) as Record<string, string>;
		const { processId, versionId, textVersionId, subject, date = '', unit, fileNumber } = form;
		const year = isDay(date) ? yearOf(date) : 0;
		const created = await act(event.locals, createPaper, {
			processId,
			...(textVersionId ? { textVersionId } : { versionId }),
			subject,
			date,
			year,
			unit,
			fileNumber
		});
		if (!created.ok) return fail(created.failure.status, { ...created.failure.data, typed: form });
		redirect(303, `/papers/${created.value.paperId}`);
	}
};
