import { redirect } from '@sveltejs/kit';
import { monthOf, yearOf } from '#domain/day.ts';
import { may } from '#domain/rights/rights.ts';
import { standingsOf } from '#server/auth/standings.ts';
import { openReportPeriod } from '#server/commands/open-report-period.ts';
import { listPeriods, listReportable } from '#server/db/repositories/reports.ts';
import { act } from '#server/web/act.ts';
import { requireMember, requireRight } from '#server/web/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, clock } = event.locals.app;
	const { tenantId } = requireMember(event);
	const person = await requireRight(event, 'report.read', { tenantId });
	const held = await standingsOf(db, person, { tenantId });
	const today = clock().toISOString().slice(0, 10);
	return {
		periods: await listPeriods(db, tenantId),
		versions: await listReportable(db, tenantId),
		mayOpen: may(held, 'report.open-period'),
		today,
		// The Tertial that runs at present is the one that is reported on next.
		proposed: { year: yearOf(today), index: Math.ceil(monthOf(today) / 4) }
	};
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const form = await request.formData();
		const opened = await act(locals, openReportPeriod, {
			versionId: form.get('versionId'),
			year: Number(form.get('year')),
			index: Number(form.get('index'))
		});
		if (!opened.ok) return opened.failure;
		redirect(303, `/reports/${opened.value.periodId}`);
	}
};
