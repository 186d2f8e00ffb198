import { and, asc, count, desc, eq, inArray, ne } from 'drizzle-orm';
import { nextStop } from '#domain/resolutions/consultation.ts';
import type { Doc } from '#domain/texts/doc.ts';
import type { BodyView, ExactText, PaperSummary, PaperView, StopView } from '#protocol/paper-views.ts';
import type { Database, Transaction } from '../database.ts';
import { goalSystems, goalVersions } from '../schema/goals.ts';
import { bodies } from '../schema/organisation.ts';
import { consultations, papers } from '../schema/papers.ts';
import { processes, textVersions } from '../schema/processes.ts';
import { findProposableText } from './text-resolutions.ts';

type Reader = Database | Transaction;

/** A paper as the database knows it. */
export type Paper = typeof papers.$inferSelect;

/** The papers of an organisation, the newest first, each with the stop where it lies. */
export async function listPapers(db: Reader, tenantId: string): Promise<PaperSummary[]> {
	const found = await db.select().from(papers).where(eq(papers.tenantId, tenantId)).orderBy(desc(papers.id));
	const stops = await db
		.select({
			paperId: consultations.paperId,
			outcome: consultations.outcome,
			authoritative: consultations.authoritative,
			body: bodies.name,
			meetingDate: consultations.meetingDate
		})
		.from(consultations)
		.innerJoin(bodies, and(eq(bodies.tenantId, consultations.tenantId), eq(bodies.id, consultations.bodyId)))
		.where(eq(consultations.tenantId, tenantId))
		.orderBy(asc(consultations.position));
	return found.map((paper) =>
		summary(
			paper,
			stops.filter(({ paperId }) => paperId === paper.id)
		)
	);
}

function summary(
	{ id, subject, reference, year, date, state }: Paper,
	stops: readonly (Pick<StopView, 'outcome' | 'authoritative' | 'meetingDate'> & { body: string })[]
): PaperSummary {
	const travels = state === 'released' || state === 'in-consultation';
	const next = travels ? stops[nextStop(stops) ?? stops.length] : undefined;
	const at = next ? { body: next.body, meetingDate: next.meetingDate } : null;
	const decision = stops.findLast(({ authoritative }) => authoritative)?.outcome ?? null;
	return { id, subject, reference, year, date, state, at, decision };
}

/** One paper with its chain, or null. */
export async function findPaper(db: Reader, tenantId: string, id: string): Promise<PaperView | null> {
	const [found] = await db
		.select({
			paper: papers,
			processTitle: processes.title,
			version: { id: goalVersions.id, label: goalVersions.label, state: goalVersions.state },
			systemName: goalSystems.name
		})
		.from(papers)
		.innerJoin(processes, and(eq(processes.tenantId, papers.tenantId), eq(processes.id, papers.processId)))
		.leftJoin(goalVersions, and(eq(goalVersions.tenantId, papers.tenantId), eq(goalVersions.id, papers.versionId)))
		.leftJoin(
			goalSystems,
			and(eq(goalSystems.tenantId, goalVersions.tenantId), eq(goalSystems.id, goalVersions.goalSystemId))
		)
		.where(and(eq(papers.tenantId, tenantId), eq(papers.id, id)));
	if (!found) return null;
	const { paper, processTitle, version, systemName } = found;
	const stops = await listStops(db, tenantId, id);
	const { type, processId, fileNumber, unit, proposalTextId, proposalVersionId, releaseReason } = paper;
	return {
		...summary(
			paper,
			stops.map((stop) => ({ ...stop, body: stop.body.name }))
		),
		type,
		processId,
		processTitle,
		fileNumber,
		unit,
		proposalTextId,
		proposal: proposalVersionId ? await findExactText(db, tenantId, proposalVersionId) : null,
		releaseReason,
		version: version && systemName !== null ? { ...version, systemName } : null,
		text: await proposedText(db, paper),
		stops
	};
}

async function proposedText(db: Reader, { tenantId, textVersionId }: Paper): Promise<PaperView['text']> {
	const found = textVersionId ? await findProposableText(db, tenantId, textVersionId) : null;
	return found && { textId: found.textId, title: found.title, number: found.number };
}

/** The chain of a paper in its order. */
export async function listStops(db: Reader, tenantId: string, paperId: string): Promise<StopView[]> {
	const rows = await db
		.select({ stop: consultations, body: bodyColumns })
		.from(consultations)
		.innerJoin(bodies, and(eq(bodies.tenantId, consultations.tenantId), eq(bodies.id, consultations.bodyId)))
		.where(and(eq(consultations.tenantId, tenantId), eq(consultations.paperId, paperId)))
		.orderBy(asc(consultations.position));
	const resultIds = rows.flatMap(({ stop }) => stop.resultVersionId ?? []);
	const results = await listExactTexts(db, tenantId, resultIds);
	return rows.map(({ stop, body }) => ({
		id: stop.id,
		position: stop.position,
		body,
		meetingDate: stop.meetingDate,
		public: stop.public,
		role: stop.role,
		authoritative: stop.authoritative,
		outcome: stop.outcome,
		tally: stop.tally,
		result: results.find(({ id }) => id === stop.resultVersionId) ?? null
	}));
}

/** The words that go before the next body: the last that a body has resolved, otherwise the released proposal. */
export async function currentWording(
	db: Reader,
	{ tenantId, proposalVersionId }: Pick<Paper, 'tenantId' | 'proposalVersionId'>,
	stops: readonly StopView[]
): Promise<ExactText | null> {
	const resolved = stops.findLast(({ result }) => result !== null)?.result;
	if (resolved) return resolved;
	return proposalVersionId ? findExactText(db, tenantId, proposalVersionId) : null;
}

/** One exact wording, or null. */
export async function findExactText(db: Reader, tenantId: string, id: string): Promise<ExactText | null> {
	return (await listExactTexts(db, tenantId, [id]))[0] ?? null;
}

/** The last version of a text, or null. */
export async function latestExactText(db: Reader, tenantId: string, textId: string): Promise<ExactText | null> {
	const [found] = await db
		.select({ id: textVersions.id })
		.from(textVersions)
		.where(and(eq(textVersions.tenantId, tenantId), eq(textVersions.textId, textId)))
		.orderBy(desc(textVersions.id))
		.limit(1);
	return found ? findExactText(db, tenantId, found.id) : null;
}

async function listExactTexts(db: Reader, tenantId: string, ids: string[]): Promise<ExactText[]> {
	if (ids.length === 0) return [];
	const rows = await db
		.select()
		.from(textVersions)
		.where(and(eq(textVersions.tenantId, tenantId), inArray(textVersions.id, ids)));
	return rows.map(({ id, number, sha256, doc }) => ({ id, number: number ?? '1', sha256, doc: doc as Doc }));
}

/** A paper, held until the transaction ends, so that its chain moves one step at a time; null if there is none. */
export async function holdPaper(tx: Transaction, tenantId: string, id: string): Promise<Paper | null> {
	const [found] = await tx
		.select()
		.from(papers)
		.where(and(eq(papers.tenantId, tenantId), eq(papers.id, id)))
		.for('update');
	return found ?? null;
}

/** How many papers besides this one are on their way with the same version. */
export async function countOthersOnTheirWay(tx: Transaction, { tenantId, id, versionId }: Paper): Promise<number> {
	if (!versionId) return 0;
	const [row] = await tx
		.select({ n: count() })
		.from(papers)
		.where(
			and(
				eq(papers.tenantId, tenantId),
				eq(papers.versionId, versionId),
				ne(papers.id, id),
				inArray(papers.state, ['released', 'in-consultation'])
			)
		);
	return row?.n ?? 0;
}

const bodyColumns = { id: bodies.id, name: bodies.name, publicRule: bodies.publicRule, decides: bodies.decides };
const consulting = ['council', 'committee', 'commission', 'college'] as const;

/** The bodies that papers go to: those that decide first, then by name. Units and teams hold no sittings. */
export async function listConsultingBodies(db: Reader, tenantId: string): Promise<BodyView[]> {
	const found = await db
		.select(bodyColumns)
		.from(bodies)
		.where(and(eq(bodies.tenantId, tenantId), inArray(bodies.kind, [...consulting])));
	const german = new Intl.Collator('de', { numeric: true });
	return found.sort((a, b) => Number(b.decides) - Number(a.decides) || german.compare(a.name, b.name));
}

/** One body of the organisation, or null. */
export async function findBody(db: Reader, tenantId: string, id: string): Promise<BodyView | null> {
	const [found] = await db
		.select(bodyColumns)
		.from(bodies)
		.where(and(eq(bodies.tenantId, tenantId), eq(bodies.id, id)));
	return found ?? null;
}

/** The versions that a new paper can propose, with the process they come from. */
export async function listProposable(
	db: Reader,
	tenantId: string
): Promise<{ id: string; label: string; systemName: string; processId: string | null }[]> {
	return db
		.select({
			id: goalVersions.id,
			label: goalVersions.label,
			systemName: goalSystems.name,
			processId: goalSystems.processId
		})
		.from(goalVersions)
		.innerJoin(
			goalSystems,
			and(eq(goalSystems.tenantId, goalVersions.tenantId), eq(goalSystems.id, goalVersions.goalSystemId))
		)
		.where(and(eq(goalVersions.tenantId, tenantId), inArray(goalVersions.state, ['draft', 'released'])))
		.orderBy(desc(goalVersions.id));
}
