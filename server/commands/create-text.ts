import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { invariant, ok, refuse, type Result } from '#domain/result.ts';
import type { Doc } from '#domain/texts/doc.ts';
import { freeKinds, type TextKind } from '#domain/texts/text-kinds.ts';
import { formatDocumentName } from '#protocol/document-names.ts';
import { heading, list, paragraph, textOfBlocks } from '#text/blocks.ts';
import { writeBody } from '#text/write-body.ts';
import type { Transaction } from '../db/database.ts';
import { findSession } from '../db/repositories/sessions.ts';
import { findWording, partOfText } from '../db/repositories/texts.ts';
import { agreements } from '../db/schema/consensus.ts';
import { texts, textVersions } from '../db/schema/processes.ts';
import { defineCommand } from './command.ts';
import type { Context } from './context.ts';
import { placeOfProcess } from './process-places.ts';
import { placeOfSession } from './session-places.ts';

const id = v.pipe(v.string(), v.uuid());
const about = {
	title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
	kind: v.picklist(freeKinds)
};

/**
 * Makes a text that people write together, in a process or in one of its sessions. With an agreement it begins with the
 * agreed words and stays tied to them; there is one such text for each agreement, and asking again leads to it.
 */
export const createText = defineCommand({
	name: 'create-text',
	right: 'text.create',
	input: v.union([
		v.object({ ...about, sessionId: id, agreementId: v.optional(id) }),
		v.object({ ...about, processId: id })
	]),
	place: (tx, input) => ('sessionId' in input ? placeOfSession(tx, input) : placeOfProcess(tx, input)),
	async run(ctx, input) {
		const agreementId = 'sessionId' in input ? input.agreementId : undefined;
		if (!agreementId) return ok({ textId: await beginText(ctx, input, beginningOf(input.kind, input.title)) });
		const agreed = await holdAgreed(ctx, agreementId);
		if (!agreed.ok) return agreed;
		const earlier = await findWording(ctx.tx, ctx.tenantId, agreementId);
		if (earlier) return ok({ textId: earlier.id });
		return ok({ textId: await beginText(ctx, { ...input, kind: 'wording', agreementId }, agreed.value) });
	},
	audit: ({ kind }, { textId }) => ({ entity: 'text', entityId: textId, facts: { kind } })
});

interface Beginning {
	title: string;
	kind: TextKind;
	agreementId?: string;
	/** The live text that it is a copy of, in the room of a group; such a text belongs to no session. */
	roomOf?: string;
}

/** Makes a text with its document in the place where the command acts; `body` is what it begins with. */
export async function beginText(ctx: Context, beginning: Beginning, body: Doc): Promise<string> {
	const { title, kind, agreementId, roomOf } = beginning;
	const { tx, tenantId, place, personId, now: createdAt } = ctx;
	invariant(personId && place.processId, 'a person creates a text in a process');
	const textId = ctx.newId();
	const { processId } = place;
	const sessionId = roomOf === undefined ? place.sessionId : undefined;
	await tx.insert(texts).values({
		...{ tenantId, id: textId, processId, sessionId, agreementId, roomOf, title, kind },
		nonPublicPartId: await partOf(ctx, sessionId, agreementId),
		...{ createdBy: personId, createdAt }
	});
	const name = formatDocumentName({ kind: 'text', id: textId });
	await ctx.createDocument(name);
	const written = await ctx.changeDocuments([name], (docOf) => ok(writeBody(docOf(name), body, ctx.newId)));
	invariant(written.ok, 'a new document can be written');
	if (sessionId) ctx.announce({ kind: 'session.changed', sessionId });
	return textId;
}

/**
 * The non-public part to which a text belongs: that of the agreement it puts into words or of the text it comes from, or the one of its
 * session that is on.
 */
async function partOf({ tx, tenantId, place }: Context, sessionId: string | undefined, agreementId?: string) {
	if (!sessionId) return null;
	const partId = agreementId
		? await partOfAgreement(tx, tenantId, agreementId)
		: place.textId && (await partOfText(tx, tenantId, place.textId));
	return partId ?? (await findSession(tx, tenantId, sessionId))?.nonPublicPartId ?? null;
}

async function partOfAgreement(tx: Transaction, tenantId: string, id: string): Promise<string | null> {
	const [found] = await tx
		.select({ partId: agreements.nonPublicPartId })
		.from(agreements)
		.where(and(eq(agreements.tenantId, tenantId), eq(agreements.id, id)));
	return found?.partId ?? null;
}

/** What an agreement says, held so that two wordings of it cannot begin at once. */
async function holdAgreed({ tx, tenantId, place }: Context, agreementId: string): Promise<Result<Doc>> {
	const [found] = await tx
		.select({ doc: textVersions.doc, sessionId: agreements.sessionId })
		.from(agreements)
		.innerJoin(
			textVersions,
			and(eq(textVersions.tenantId, agreements.tenantId), eq(textVersions.id, agreements.textVersionId))
		)
		.where(and(eq(agreements.tenantId, tenantId), eq(agreements.id, agreementId)))
		.for('update', { of: agreements });
	if (found?.sessionId !== place.sessionId) return refuse({ code: 'thing.not-found', kind: 'agreement' });
	return ok(found?.doc as Doc);
}

/** A first line to write under, so that nobody meets a blank page. */
function beginningOf(kind: TextKind, title: string): Doc {
	if (kind === 'guiding-principles') return textOfBlocks(heading(1, title), list('orderedList', ['']));
	if (kind === 'note' || kind === 'wording') return textOfBlocks(paragraph());
	return textOfBlocks(heading(1, title), paragraph());
}
