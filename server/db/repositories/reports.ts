import { and, asc, count, desc, eq } from 'drizzle-orm';
import { compareNumbers } from '#domain/goals/numbering.ts';
import { monthOf } from '#domain/day.ts';
import type { PeriodView, SheetView } from '#protocol/report-views.ts';
import type { Database, Transaction } from '../database.ts';
import { goalRevisions, goalSystems, goalVersions } from '../schema/goals.ts';
import { textVersions } from '../schema/processes.ts';
import { reportPeriods, reportSheets } from '../schema/reporting.ts';

type Reader = Database | Transaction;

/** A report sheet as the database knows it. */
export type Sheet = typeof reportSheets.$inferSelect;

const handedIn = ['submitted', 'accepted'] as const;

/** The report periods of an organisation, the latest key date first. */
export async function listPeriods(db: Reader, tenantId: string): Promise<PeriodView[]> {
	return readPeriods(db, tenantId);
}

/** One report period, or null. */
export async function findPeriod(db: Reader, tenantId: string, id: string): Promise<PeriodView | null> {
	return (await readPeriods(db, tenantId, id))[0] ?? null;
}

async function readPeriods(db: Reader, tenantId: string, id?: string): Promise<PeriodView[]> {
	const rows = await db
		.select({ period: reportPeriods, versionLabel: goalVersions.label, systemName: goalSystems.name })
		.from(reportPeriods)
		.innerJoin(
			goalVersions,
			and(eq(goalVersions.tenantId, reportPeriods.tenantId), eq(goalVersions.id, reportPeriods.versionId))
		)
		.innerJoin(
			goalSystems,
			and(eq(goalSystems.tenantId, goalVersions.tenantId), eq(goalSystems.id, goalVersions.goalSystemId))
		)
		.where(and(eq(reportPeriods.tenantId, tenantId), id ? eq(reportPeriods.id, id) : undefined))
		.orderBy(desc(reportPeriods.keyDate), desc(reportPeriods.id));
	const counts = await db
		.select({ periodId: reportSheets.periodId, state: reportSheets.state, n: count() })
		.from(reportSheets)
		.where(eq(reportSheets.tenantId, tenantId))
		.groupBy(reportSheets.periodId, reportSheets.state);
	return rows.map(({ period, versionLabel, systemName }) => {
		const own = counts.filter(({ periodId }) => periodId === period.id);
		const came = own.filter(({ state }) => handedIn.some((one) => one === state));
		return {
			id: period.id,
			key: period.key,
			cadence: period.cadence,
			from: period.from,
			to: period.to,
			keyDate: period.keyDate,
			dueBy: period.dueBy,
			asks: monthOf(period.to) === 12 ? 'result' : 'forecast',
			versionId: period.versionId,
			versionLabel,
			systemName,
			requested: sum(own),
			submitted: sum(came)
		};
	});
}

const sum = (rows: readonly { n: number }[]) => rows.reduce((total, { n }) => total + n, 0);

/** The sheets of a period with the goals they speak of, in the order of level and number. */
export async function listSheets(
	db: Reader,
	tenantId: string,
	{ id, versionId }: Pick<PeriodView, 'id' | 'versionId'>
): Promise<SheetView[]> {
	const rows = await db
		.select({ sheet: reportSheets, goal: goalRevisions, text: textVersions.plain })
		.from(reportSheets)
		.innerJoin(
			goalRevisions,
			and(eq(goalRevisions.tenantId, reportSheets.tenantId), eq(goalRevisions.itemId, reportSheets.itemId))
		)
		.innerJoin(
			textVersions,
			and(eq(textVersions.tenantId, goalRevisions.tenantId), eq(textVersions.id, goalRevisions.textVersionId))
		)
		.where(
			and(eq(reportSheets.tenantId, tenantId), eq(reportSheets.periodId, id), eq(goalRevisions.versionId, versionId))
		)
		.orderBy(asc(goalRevisions.id));
	return rows
		.map(({ sheet, goal, text }) => ({
			id: sheet.id,
			itemId: sheet.itemId,
			number: goal.number,
			text,
			points: goal.points,
			levelKey: goal.levelKey,
			leadOffice: goal.leadOffice,
			contributions: sheet.contributions,
			risks: sheet.risks,
			assessment: sheet.assessment,
			state: sheet.state,
			submittedAt: sheet.submittedAt?.getTime() ?? null,
			rev: sheet.rev
		}))
		.sort((a, b) => compareNumbers(a.number, b.number));
}

/** A report sheet, held until the transaction ends; null if there is none. */
export async function holdSheet(tx: Transaction, tenantId: string, id: string): Promise<Sheet | null> {
	const [found] = await tx
		.select()
		.from(reportSheets)
		.where(and(eq(reportSheets.tenantId, tenantId), eq(reportSheets.id, id)))
		.for('update');
	return found ?? null;
}

/** The versions that can be reported on: those that are adopted, the latest decision first. */
export async function listReportable(
	db: Reader,
	tenantId: string
): Promise<{ id: string; label: string; systemName: string; periodTo: string }[]> {
	return db
		.select({
			id: goalVersions.id,
			label: goalVersions.label,
			systemName: goalSystems.name,
			periodTo: goalVersions.periodTo
		})
		.from(goalVersions)
		.innerJoin(
			goalSystems,
			and(eq(goalSystems.tenantId, goalVersions.tenantId), eq(goalSystems.id, goalVersions.goalSystemId))
		)
		.where(and(eq(goalVersions.tenantId, tenantId), eq(goalVersions.state, 'adopted')))
		.orderBy(desc(goalVersions.adoptedAt));
}
