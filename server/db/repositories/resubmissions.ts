import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Doc } from '#domain/texts/doc.ts';
import type { PassageFate } from '#domain/texts/resubmission.ts';
import type { Database, Transaction } from '../database.ts';
import { texts, textVersions } from '../schema/processes.ts';
import { passageChoices, resubmissions } from '../schema/resubmissions.ts';

type Reader = Database | Transaction;

/** A Wiedervorlage with the version that it presents. */
export interface Resubmission {
	id: string;
	textVersionId: string;
	/** The text of that version. */
	textId: string;
	number: string;
	doc: Doc;
	/** Whether that version is what came of an earlier one by its motions. */
	ofMotions: boolean;
	/** When that version was kept. */
	keptAt: Date;
	newTextId: string | null;
	begunAt: Date | null;
}

/** What was chosen for a passage. */
export interface StoredChoice {
	passage: number;
	choice: PassageFate | null;
	reason: string;
	rev: number;
	paragraphId: string | null;
}

const columns = {
	id: resubmissions.id,
	textVersionId: resubmissions.textVersionId,
	textId: textVersions.textId,
	number: textVersions.number,
	doc: textVersions.doc,
	source: textVersions.source,
	keptAt: textVersions.createdAt,
	newTextId: resubmissions.newTextId,
	begunAt: resubmissions.begunAt
};

const select = (db: Reader) =>
	db
		.select(columns)
		.from(resubmissions)
		.innerJoin(
			textVersions,
			and(eq(textVersions.tenantId, resubmissions.tenantId), eq(textVersions.id, resubmissions.textVersionId))
		);
type Row = Awaited<ReturnType<typeof select>>[number];

const read = ({ textId, number, doc, source, ...row }: Row): Resubmission => ({
	...row,
	textId: textId ?? '',
	number: number ?? '',
	doc: doc as Doc,
	ofMotions: source.from === 'amendments'
});

/** One Wiedervorlage, held until the transaction ends: whoever chooses or begins the new text takes this. */
export async function holdResubmission(tx: Transaction, tenantId: string, id: string): Promise<Resubmission | null> {
	const [found] = await select(tx)
		.where(and(eq(resubmissions.tenantId, tenantId), eq(resubmissions.id, id)))
		.for('update', { of: resubmissions });
	return found ? read(found) : null;
}

/** The text whose version a Wiedervorlage presents, of whatever tenant. */
export async function textOfResubmission(db: Reader, id: string): Promise<string | null> {
	const [found] = await select(db).where(eq(resubmissions.id, id));
	return found?.textId ?? null;
}

/** The newest Wiedervorlage of a version, or null. */
export async function findResubmission(db: Reader, tenantId: string, versionId: string): Promise<Resubmission | null> {
	const [found] = await select(db)
		.where(and(eq(resubmissions.tenantId, tenantId), eq(resubmissions.textVersionId, versionId)))
		.orderBy(desc(resubmissions.id))
		.limit(1);
	return found ? read(found) : null;
}

/** The Wiedervorlage of a version that is being filled in, or null. */
export async function findOpenResubmission(db: Reader, tenantId: string, versionId: string): Promise<string | null> {
	const { id, textVersionId, newTextId, tenantId: tenant } = resubmissions;
	const [found] = await db
		.select({ id })
		.from(resubmissions)
		.where(and(eq(tenant, tenantId), eq(textVersionId, versionId), isNull(newTextId)));
	return found?.id ?? null;
}

/** The Wiedervorlage from which a text began, or null. */
export async function findOrigin(db: Reader, tenantId: string, newTextId: string): Promise<Resubmission | null> {
	const [found] = await select(db).where(
		and(eq(resubmissions.tenantId, tenantId), eq(resubmissions.newTextId, newTextId))
	);
	return found ? read(found) : null;
}

/** What began from the versions of a text, the newest first, each with the title of the new text. */
export async function listBegun(
	db: Reader,
	tenantId: string,
	textId: string
): Promise<(Resubmission & { newTextId: string; begunAt: Date; newTitle: string })[]> {
	const found = await db
		.select({ ...columns, newTitle: texts.title })
		.from(resubmissions)
		.innerJoin(
			textVersions,
			and(eq(textVersions.tenantId, resubmissions.tenantId), eq(textVersions.id, resubmissions.textVersionId))
		)
		.innerJoin(texts, and(eq(texts.tenantId, resubmissions.tenantId), eq(texts.id, resubmissions.newTextId)))
		.where(and(eq(resubmissions.tenantId, tenantId), eq(textVersions.textId, textId), isNotNull(resubmissions.begunAt)))
		.orderBy(desc(resubmissions.id));
	return found.map(({ newTitle, ...row }) => {
		const { newTextId, begunAt, ...rest } = read(row);
		return { ...rest, newTextId: newTextId!, begunAt: begunAt!, newTitle };
	});
}

/** What was chosen so far, by the place of the passage. */
export async function listChoices(db: Reader, tenantId: string, resubmissionId: string): Promise<StoredChoice[]> {
	const { passage, choice, reason, rev, paragraphId } = passageChoices;
	return db
		.select({ passage, choice, reason, rev, paragraphId })
		.from(passageChoices)
		.where(and(eq(passageChoices.tenantId, tenantId), eq(passageChoices.resubmissionId, resubmissionId)))
		.orderBy(asc(passage));
}
