import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Day } from '#domain/day.ts';
import type { Doc } from '#domain/texts/doc.ts';
import type { TextKind } from '#domain/texts/text-kinds.ts';
import type { Database, Transaction } from '../database.ts';
import { people } from '../schema/organisation.ts';
import { processMembers, textDrafters, texts, textVersions } from '../schema/processes.ts';
import { liveSessions, participants } from '../schema/sessions.ts';

type Reader = Database | Transaction;

/** A text that people write together, without its content. */
export interface LiveText {
	tenantId: string;
	id: string;
	processId: string;
	sessionId: string | null;
	agreementId: string | null;
	title: string;
	kind: TextKind;
	state: 'open' | 'frozen';
	/** The live text of which it is the copy in the room of a group: then only the members of the room may know of it. */
	roomOf: string | null;
	/** The last day on which suggestions are taken, or null. */
	collectsUntil: Day | null;
	/** Whether it was begun while its session was not public. */
	nonPublic: boolean;
	/** Whether it can only be read at this moment: its session is not public, and what is written here would be afterwards. */
	rests: boolean;
}

/** A frozen version of a text as lists show it. */
export interface VersionSummary {
	id: string;
	number: string;
	sha256: string;
	createdAt: Date;
}

/** A frozen version with its words. */
export interface FrozenVersion extends VersionSummary {
	doc: Doc;
}

/** Somebody who can be asked to write along. */
export interface PossibleDrafter {
	personId: string;
	name: string;
	drafts: boolean;
}

const isNonPublic = sql<boolean>`(${texts.nonPublicPartId} is not null)`;

const itsSessionIsNotPublic = sql<boolean>`exists (
	select 1 from ${liveSessions} where ${liveSessions.tenantId} = ${texts.tenantId} and ${liveSessions.id} = ${texts.sessionId}
	and ${liveSessions.nonPublicPartId} is not null
)`;

const columns = {
	tenantId: texts.tenantId,
	id: texts.id,
	processId: texts.processId,
	sessionId: texts.sessionId,
	agreementId: texts.agreementId,
	title: texts.title,
	kind: texts.kind,
	state: texts.state,
	roomOf: texts.roomOf,
	collectsUntil: texts.collectsUntil,
	nonPublic: isNonPublic,
	rests: sql<boolean>`(${itsSessionIsNotPublic} and not ${isNonPublic})`
};
const versionColumns = {
	id: textVersions.id,
	number: textVersions.number,
	sha256: textVersions.sha256,
	createdAt: textVersions.createdAt
};

/** One text by its id, of whatever tenant: whoever asks compares it. */
export async function findText(db: Reader, id: string): Promise<LiveText | null> {
	const [found] = await db.select(columns).from(texts).where(eq(texts.id, id));
	return found ?? null;
}

/** The same, held until the transaction ends: whoever freezes it or changes its group takes this. */
export async function holdText(tx: Transaction, tenantId: string, id: string): Promise<LiveText | null> {
	const [found] = await tx
		.select(columns)
		.from(texts)
		.where(and(eq(texts.tenantId, tenantId), eq(texts.id, id)))
		.for('update');
	return found ?? null;
}

/** The paragraph of a text that was taken into discussion, and by whom, or null. Whether it still stands in the text is not asked. */
export async function findDiscussed(
	db: Reader,
	tenantId: string,
	id: string
): Promise<{ paragraphId: string; personId: string | null } | null> {
	const [found] = await db
		.select({ paragraphId: texts.discussedParagraph, personId: texts.discussedBy })
		.from(texts)
		.where(and(eq(texts.tenantId, tenantId), eq(texts.id, id)));
	return found?.paragraphId ? { paragraphId: found.paragraphId, personId: found.personId } : null;
}

/** The non-public part of its session in which a text was begun, or null. */
export async function partOfText(db: Reader, tenantId: string, id: string): Promise<string | null> {
	const [found] = await db
		.select({ partId: texts.nonPublicPartId })
		.from(texts)
		.where(and(eq(texts.tenantId, tenantId), eq(texts.id, id)));
	return found?.partId ?? null;
}

/** The texts that are written in a session. */
export async function listTextsOfSession(db: Reader, tenantId: string, sessionId: string): Promise<string[]> {
	const found = await db
		.select({ id: texts.id })
		.from(texts)
		.where(and(eq(texts.tenantId, tenantId), eq(texts.sessionId, sessionId)));
	return found.map(({ id }) => id);
}

/** The text that puts an agreement into words, or null. */
export async function findWording(db: Reader, tenantId: string, agreementId: string): Promise<LiveText | null> {
	const [found] = await db
		.select(columns)
		.from(texts)
		.where(and(eq(texts.tenantId, tenantId), eq(texts.agreementId, agreementId), eq(texts.kind, 'wording')));
	return found ?? null;
}

/** The frozen versions of a text, the newest first. */
export async function listVersions(db: Reader, tenantId: string, textId: string): Promise<VersionSummary[]> {
	const found = await db
		.select(versionColumns)
		.from(textVersions)
		.where(and(eq(textVersions.tenantId, tenantId), eq(textVersions.textId, textId)))
		.orderBy(desc(textVersions.id));
	return found.map((version) => ({ ...version, number: version.number ?? '' }));
}

/** One frozen version by its number, or null. */
export async function findVersion(
	db: Reader,
	tenantId: string,
	textId: string,
	number: string
): Promise<FrozenVersion | null> {
	const [found] = await db
		.select({ ...versionColumns, doc: textVersions.doc })
		.from(textVersions)
		.where(and(eq(textVersions.tenantId, tenantId), eq(textVersions.textId, textId), eq(textVersions.number, number)));
	return found ? { ...found, number, doc: found.doc as Doc } : null;
}

/** Whom the drafting group can be chosen from: the participants of the text's session, or the members of its process. */
export async function listPossibleDrafters(db: Reader, text: LiveText): Promise<PossibleDrafter[]> {
	const { tenantId, id: textId } = text;
	const found = await db
		.select({ personId: people.id, name: people.name, drafter: textDrafters.personId })
		.from(people)
		.leftJoin(
			textDrafters,
			and(
				eq(textDrafters.tenantId, people.tenantId),
				eq(textDrafters.textId, textId),
				eq(textDrafters.personId, people.id)
			)
		)
		.where(and(eq(people.tenantId, tenantId), inArray(people.id, circleOf(db, text))))
		.orderBy(asc(people.id));
	const german = new Intl.Collator('de', { numeric: true });
	return found
		.map(({ personId, name, drafter }) => ({ personId, name: name ?? '', drafts: drafter !== null }))
		.sort((a, b) => german.compare(a.name, b.name));
}

function circleOf(db: Reader, { tenantId, sessionId, processId }: LiveText) {
	if (sessionId)
		return db
			.select({ id: participants.personId })
			.from(participants)
			.where(
				and(
					eq(participants.tenantId, tenantId),
					eq(participants.sessionId, sessionId),
					eq(participants.role, 'participant'),
					isNull(participants.removedAt),
					isNull(participants.waitingSince),
					isNull(participants.companionOf)
				)
			);
	return db
		.select({ id: processMembers.personId })
		.from(processMembers)
		.where(
			and(
				eq(processMembers.tenantId, tenantId),
				eq(processMembers.processId, processId),
				eq(processMembers.role, 'member')
			)
		);
}

/** Makes these people the whole drafting group of a text. */
export async function setDrafters(
	tx: Transaction,
	tenantId: string,
	textId: string,
	personIds: readonly string[]
): Promise<void> {
	await tx.delete(textDrafters).where(and(eq(textDrafters.tenantId, tenantId), eq(textDrafters.textId, textId)));
	if (personIds.length > 0)
		await tx.insert(textDrafters).values(personIds.map((personId) => ({ tenantId, textId, personId })));
}
