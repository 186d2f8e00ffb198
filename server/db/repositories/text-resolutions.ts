import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import { invariant } from '#domain/result.ts';
import type { Doc } from '#domain/texts/doc.ts';
import type { TextResolution } from '#protocol/paper-views.ts';
import type { Database, Transaction } from '../database.ts';
import { bodies } from '../schema/organisation.ts';
import { consultations, papers } from '../schema/papers.ts';
import { texts, textVersions } from '../schema/processes.ts';

type Reader = Database | Transaction;

/** A version of a text that a body could resolve. */
export interface ProposableText {
	textVersionId: string;
	textId: string;
	processId: string;
	title: string;
	number: string;
	doc: Doc;
}

/** The version of a text that a paper could propose, or null. What a group has in its room is nobody else's, and no body resolves it. */
export async function findProposableText(
	db: Reader,
	tenantId: string,
	textVersionId: string
): Promise<ProposableText | null> {
	const [found] = await db
		.select({ text: texts, version: textVersions })
		.from(textVersions)
		.innerJoin(texts, and(eq(texts.tenantId, textVersions.tenantId), eq(texts.id, textVersions.textId)))
		.where(and(eq(textVersions.tenantId, tenantId), eq(textVersions.id, textVersionId), isNull(texts.roomOf)));
	if (!found?.version.number) return null;
	const { text, version } = found;
	return {
		...{ textVersionId, textId: text.id, processId: text.processId, title: text.title },
		...{ number: version.number!, doc: version.doc as Doc }
	};
}

/** What bodies with authority have resolved of a text, the last first. */
export async function listResolutionsOfText(db: Reader, tenantId: string, textId: string): Promise<TextResolution[]> {
	const rows = await db
		.select({ paper: papers, stop: consultations, body: bodies.name, number: textVersions.number })
		.from(papers)
		.innerJoin(textVersions, and(eq(textVersions.tenantId, papers.tenantId), eq(textVersions.id, papers.textVersionId)))
		.innerJoin(consultations, and(eq(consultations.tenantId, papers.tenantId), eq(consultations.paperId, papers.id)))
		.innerJoin(bodies, and(eq(bodies.tenantId, consultations.tenantId), eq(bodies.id, consultations.bodyId)))
		.where(
			and(
				eq(papers.tenantId, tenantId),
				eq(textVersions.textId, textId),
				eq(papers.state, 'decided'),
				eq(consultations.authoritative, true),
				inArray(consultations.outcome, ['adopted', 'amended'])
			)
		)
		.orderBy(desc(consultations.meetingDate), desc(papers.id));
	return rows.map(({ paper, stop, body, number }) => {
		invariant(number !== null, 'versions of a text are numbered');
		return {
			...{ paperId: paper.id, reference: paper.reference, year: paper.year, number, body },
			...{ date: stop.meetingDate, amended: stop.outcome === 'amended' }
		};
	});
}

/**
 * Whether a version is what was resolved: the motions to a version were decided into it, or a body with authority has resolved the version that was
 * proposed.
 */
export async function isResolved(db: Reader, tenantId: string, versionId: string): Promise<boolean> {
	const [version] = await db
		.select({ textId: textVersions.textId, number: textVersions.number, source: textVersions.source })
		.from(textVersions)
		.where(and(eq(textVersions.tenantId, tenantId), eq(textVersions.id, versionId)));
	if (!version?.textId) return false;
	if (version.source.from === 'amendments') return true;
	const resolutions = await listResolutionsOfText(db, tenantId, version.textId);
	return resolutions.some(({ number }) => number === version.number);
}
