import { schemeNamed } from '#domain/goals/schemes.ts';
import { invariant } from '#domain/result.ts';
import { findVersion } from '#server/db/repositories/goals.ts';
import { findPeriod, listSheets } from '#server/db/repositories/reports.ts';
import { notFound, requireMember, requireRight } from '#server/web/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, clock } = event.locals.app;
	const { tenantId } = requireMember(event);
	await requireRight(event, 'report.read', { tenantId });
	const period = (await findPeriod(db, tenantId, event.params.period)) ?? notFound();
	const version = await findVersion(db, tenantId, period.versionId);
	const scheme = version && schemeNamed(version.scheme);
	invariant(scheme?.ok, 'a period belongs to a version of a known scheme');
	const sheets = await listSheets(db, tenantId, period);
	const levels = scheme.value.levels
		.map(({ key, label }) => ({ key, label: label.many, sheets: sheets.filter(({ levelKey }) => levelKey === key) }))
		.filter((level) => level.sheets.length > 0);
	return { period, levels, today: clock().toISOString().slice(0, 10) };
};
