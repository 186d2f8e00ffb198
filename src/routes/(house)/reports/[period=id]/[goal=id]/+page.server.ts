import { fail, redirect } from '@sveltejs/kit';
import { assessments } from '#domain/reporting/sheet.ts';
import { may } from '#domain/rights/rights.ts';
import { standingsOf } from '#server/auth/standings.ts';
import { saveSheet } from '#server/commands/save-sheet.ts';
import { submitSheet } from '#server/commands/submit-sheet.ts';
import { findPeriod, listSheets } from '#server/db/repositories/reports.ts';
import { act } from '#server/web/act.ts';
import { notFound, requireMember, requireRight } from '#server/web/guard.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => ({
	...(await read(event)),
	saved: event.url.searchParams.has('saved')
});

async function read(event: RequestEvent | Parameters<PageServerLoad>[0]) {
	const { db } = event.locals.app;
	const { tenantId } = requireMember(event);
	const person = await requireRight(event, 'report.read', { tenantId });
	const period = (await findPeriod(db, tenantId, event.params.period)) ?? notFound();
	const sheets = await listSheets(db, tenantId, period);
	const sheet = sheets.find(({ itemId }) => itemId === event.params.goal) ?? notFound();
	const held = await standingsOf(db, person, { tenantId });
	const open = sheet.state === 'requested' || sheet.state === 'in-progress' || sheet.state === 'returned';
	return { period, sheet, open, mayWrite: open && may(held, 'report.submit') };
}

/** What somebody typed, with the state of the sheet she saw. */
async function typedIn(event: RequestEvent) {
	const { sheet } = await read(event);
	const form = Object.fromEntries(await event.request.formData()) as Record<string, string>;
	const { contributions = '', risks = '' } = form;
	const assessment = assessments.find((one) => one === form.assessment);
	return { sheetId: sheet.id, rev: Number(form.rev), contributions, risks, assessment };
}

const here = ({ params }: RequestEvent) => `/reports/${params.period}/${params.goal}`;

export const actions: Actions = {
	save: async (event) => {
		const typed = await typedIn(event);
		const saved = await act(event.locals, saveSheet, typed);
		if (!saved.ok) return fail(saved.failure.status, { ...saved.failure.data, typed });
		redirect(303, `${here(event)}?saved`);
	},
	submit: async (event) => {
		const typed = await typedIn(event);
		// What was typed is kept first: a sheet that is not complete yet loses nothing.
		const saved = await act(event.locals, saveSheet, typed);
		if (!saved.ok) return fail(saved.failure.status, { ...saved.failure.data, typed });
		const submitted = await act(event.locals, submitSheet, { ...typed, rev: saved.value.rev });
		if (!submitted.ok) return fail(submitted.failure.status, { ...submitted.failure.data, typed: null });
		redirect(303, here(event));
	}
};
