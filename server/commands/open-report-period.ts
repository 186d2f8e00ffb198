import * as v from 'valibot';
import { cadences, periodsOfYear, type Cadence } from '#domain/reporting/periods.ts';
import { invariant, ok, refuse } from '#domain/result.ts';
import { readVersion } from '../db/repositories/goals.ts';
import { reportPeriods, reportSheets } from '../db/schema/reporting.ts';
import { defineCommand } from './command.ts';
import { placeOfVersion } from './goal-places.ts';

/** Opens a report period of an adopted version and asks for one sheet for each goal that is reported on. */
export const openReportPeriod = defineCommand({
	name: 'open-report-period',
	right: 'report.open-period',
	input: v.object({
		versionId: v.pipe(v.string(), v.uuid()),
		cadence: v.optional(v.picklist(Object.keys(cadences) as Cadence[]), 'tertial'),
		year: v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2200)),
		/** Which one of the year, counted from 1. */
		index: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4))
	}),
	place: placeOfVersion,
	async run(ctx, { versionId, cadence, year, index }) {
		const { tx, tenantId, now: createdAt } = ctx;
		const version = await readVersion(tx, tenantId, versionId);
		invariant(version, 'the place is a version');
		if (version.state !== 'adopted') return refuse({ code: 'period.version-not-adopted', state: version.state });
		const period = periodsOfYear(cadence, year)[index - 1];
		if (!period) return refuse({ code: 'period.unknown', key: `${year}-${index}` });
		const { key, from, to, keyDate, dueBy } = period;
		const periodId = ctx.newId();
		const [opened] = await tx
			.insert(reportPeriods)
			.values({ tenantId, id: periodId, versionId, key, cadence, from, to, keyDate, dueBy, state: 'open', createdAt })
			.onConflictDoNothing()
			.returning({ id: reportPeriods.id });
		if (!opened) return refuse({ code: 'period.exists', key });
		const reportable = new Set(version.scheme.levels.filter((level) => level.reportable).map((level) => level.key));
		const sheets = version.goals
			.filter(({ levelKey, status }) => reportable.has(levelKey) && status !== 'dropped')
			.map(({ itemId }) => ({ tenantId, id: ctx.newId(), periodId, itemId, state: 'requested' as const, createdAt }));
		if (sheets.length > 0) await tx.insert(reportSheets).values(sheets);
		return ok({ periodId, key, sheets: sheets.length });
	},
	audit: ({ versionId }, { periodId, key, sheets }) => ({
		entity: 'report-period',
		entityId: periodId,
		facts: { versionId, key, sheets }
	})
});
