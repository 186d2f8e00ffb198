import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import { schemeNamed } from '#domain/goals/schemes.ts';
import { compareNumbers } from '#domain/goals/numbering.ts';
import type { Placement } from '#domain/goals/placement.ts';
import { invariant } from '#domain/result.ts';
import type {
	GoalSystemView,
	GoalView,
	IndicatorView,
	LatestReport,
	LineageView,
	VersionSummary,
	VersionView
} from '#protocol/goal-views.ts';
import type { Database, Transaction } from '../database.ts';
import { goalLinks, goalRevisions, goalSystems, goalVersions, indicators, promotions } from '../schema/goals.ts';
import { textVersions } from '../schema/processes.ts';
import { reportPeriods, reportSheets } from '../schema/reporting.ts';

type Reader = Database | Transaction;

/** A version of a goal system as the database knows it. */
export type GoalVersion = typeof goalVersions.$inferSelect;

/** An item with its place and number. */
export type NumberedPlacement = Placement & { number: string };

/** The goal systems of an organisation by name, each with its versions, the newest first. */
export async function listGoalSystems(db: Reader, tenantId: string): Promise<GoalSystemView[]> {
	const systems = await db
		.select({ id: goalSystems.id, name: goalSystems.name })
		.from(goalSystems)
		.where(eq(goalSystems.tenantId, tenantId));
	const versions = await db
		.select()
		.from(goalVersions)
		.where(eq(goalVersions.tenantId, tenantId))
		.orderBy(desc(goalVersions.id));
	const german = new Intl.Collator('de', { numeric: true });
	return systems
		.sort((a, b) => german.compare(a.name, b.name))
		.map((system) => ({
			...system,
			versions: versions.filter(({ goalSystemId }) => goalSystemId === system.id).map(summary)
		}));
}

/** One version of the tenant, or null. */
export async function findVersion(db: Reader, tenantId: string, id: string): Promise<GoalVersion | null> {
	const [found] = await db
		.select()
		.from(goalVersions)
		.where(and(eq(goalVersions.tenantId, tenantId), eq(goalVersions.id, id)));
	return found ?? null;
}

/** The same, held until the transaction ends: whoever adds or changes goals takes this. */
export async function holdVersion(tx: Transaction, tenantId: string, id: string): Promise<GoalVersion | null> {
	const [found] = await tx
		.select()
		.from(goalVersions)
		.where(and(eq(goalVersions.tenantId, tenantId), eq(goalVersions.id, id)))
		.for('update');
	return found ?? null;
}

/** A whole version with goals, figures and links, or null. */
export async function readVersion(db: Reader, tenantId: string, id: string): Promise<VersionView | null> {
	const [found] = await db
		.select({ version: goalVersions, systemName: goalSystems.name })
		.from(goalVersions)
		.innerJoin(
			goalSystems,
			and(eq(goalSystems.tenantId, goalVersions.tenantId), eq(goalSystems.id, goalVersions.goalSystemId))
		)
		.where(and(eq(goalVersions.tenantId, tenantId), eq(goalVersions.id, id)));
	if (!found) return null;
	const scheme = schemeNamed(found.version.scheme);
	invariant(scheme.ok, 'a version follows a scheme of this program');
	const links = await db
		.select({ fromItemId: goalLinks.fromItemId, toItemId: goalLinks.toItemId, kind: goalLinks.kind })
		.from(goalLinks)
		.where(and(eq(goalLinks.tenantId, tenantId), eq(goalLinks.versionId, id)));
	return {
		...summary(found.version),
		systemName: found.systemName,
		lockVersion: found.version.lockVersion,
		scheme: scheme.value,
		goals: await listGoals(db, tenantId, id),
		links
	};
}

/** The goals of a version in the order of their numbers. */
export async function listGoals(db: Reader, tenantId: string, versionId: string): Promise<GoalView[]> {
	const rows = await db
		.select({
			revision: goalRevisions,
			text: textVersions.plain,
			sha256: textVersions.sha256,
			promotionId: promotions.id
		})
		.from(goalRevisions)
		.innerJoin(
			textVersions,
			and(eq(textVersions.tenantId, goalRevisions.tenantId), eq(textVersions.id, goalRevisions.textVersionId))
		)
		.leftJoin(
			promotions,
			and(eq(promotions.tenantId, goalRevisions.tenantId), eq(promotions.revisionId, goalRevisions.id))
		)
		.where(and(eq(goalRevisions.tenantId, tenantId), eq(goalRevisions.versionId, versionId)));
	const figures = await listIndicators(
		db,
		tenantId,
		rows.map(({ revision }) => revision.itemId)
	);
	return rows
		.map(({ revision, text, sha256, promotionId }) => ({
			itemId: revision.itemId,
			levelKey: revision.levelKey,
			parentItemId: revision.parentItemId,
			number: revision.number,
			text,
			sha256,
			points: revision.points,
			status: revision.status,
			reason: revision.reason,
			leadOffice: revision.leadOffice,
			horizonYear: revision.horizonYear,
			budgetYear: revision.budgetYear,
			sample: revision.sample?.sample ?? false,
			promoted: promotionId !== null,
			indicators: figures.get(revision.itemId) ?? []
		}))
		.sort((a, b) => compareNumbers(a.number, b.number));
}

async function listIndicators(db: Reader, tenantId: string, itemIds: string[]): Promise<Map<string, IndicatorView[]>> {
	const figures = new Map<string, IndicatorView[]>(itemIds.map((id) => [id, []]));
	if (itemIds.length === 0) return figures;
	const rows = await db
		.select()
		.from(indicators)
		.where(and(eq(indicators.tenantId, tenantId), inArray(indicators.itemId, itemIds)))
		.orderBy(indicators.id);
	for (const { itemId, id, title, unit, direction, operator, target, target2, targetYear } of rows)
		figures.get(itemId)?.push({ id, title, unit, direction, operator, target, target2, targetYear });
	return figures;
}

/** The versions that have a goal, the newest first: its history across years. */
export async function lineageOfItem(db: Reader, tenantId: string, itemId: string): Promise<LineageView[]> {
	const rows = await db
		.select({ revision: goalRevisions, version: goalVersions, text: textVersions.plain })
		.from(goalRevisions)
		.innerJoin(
			goalVersions,
			and(eq(goalVersions.tenantId, goalRevisions.tenantId), eq(goalVersions.id, goalRevisions.versionId))
		)
		.innerJoin(
			textVersions,
			and(eq(textVersions.tenantId, goalRevisions.tenantId), eq(textVersions.id, goalRevisions.textVersionId))
		)
		.where(and(eq(goalRevisions.tenantId, tenantId), eq(goalRevisions.itemId, itemId)))
		.orderBy(desc(goalVersions.id));
	return rows.map(({ revision, version, text }) => ({
		versionId: version.id,
		versionLabel: version.label,
		versionState: version.state,
		number: revision.number,
		text,
		status: revision.status,
		reason: revision.reason
	}));
}

/** Where the items of a version stand, for the rules. */
export async function listPlacements(db: Reader, tenantId: string, versionId: string): Promise<NumberedPlacement[]> {
	return db
		.select({
			itemId: goalRevisions.itemId,
			levelKey: goalRevisions.levelKey,
			parentItemId: goalRevisions.parentItemId,
			number: goalRevisions.number
		})
		.from(goalRevisions)
		.where(and(eq(goalRevisions.tenantId, tenantId), eq(goalRevisions.versionId, versionId)));
}

/** Every number that was ever given on a level of a goal system, in all versions: none is given twice. */
export async function usedNumbers(
	db: Reader,
	tenantId: string,
	goalSystemId: string
): Promise<{ levelKey: string; number: string }[]> {
	return db
		.select({ levelKey: goalRevisions.levelKey, number: goalRevisions.number })
		.from(goalRevisions)
		.innerJoin(
			goalVersions,
			and(eq(goalVersions.tenantId, goalRevisions.tenantId), eq(goalVersions.id, goalRevisions.versionId))
		)
		.where(and(eq(goalRevisions.tenantId, tenantId), eq(goalVersions.goalSystemId, goalSystemId)));
}

/** What the responsible office last reported about a goal, or null. */
export async function latestReport(db: Reader, tenantId: string, itemId: string): Promise<LatestReport | null> {
	const [found] = await db
		.select({
			periodKey: reportPeriods.key,
			keyDate: reportPeriods.keyDate,
			assessment: reportSheets.assessment
		})
		.from(reportSheets)
		.innerJoin(
			reportPeriods,
			and(eq(reportPeriods.tenantId, reportSheets.tenantId), eq(reportPeriods.id, reportSheets.periodId))
		)
		.where(
			and(
				eq(reportSheets.tenantId, tenantId),
				eq(reportSheets.itemId, itemId),
				inArray(reportSheets.state, ['submitted', 'accepted']),
				isNotNull(reportSheets.assessment)
			)
		)
		.orderBy(desc(reportPeriods.keyDate))
		.limit(1);
	return found?.assessment ? { ...found, assessment: found.assessment } : null;
}

function summary({ id, goalSystemId, label, state, periodFrom, periodTo, adoptedAt }: GoalVersion): VersionSummary {
	return { id, goalSystemId, label, state, periodFrom, periodTo, adoptedAt: adoptedAt?.getTime() ?? null };
}
