import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { purgeBoard } from '#board/operations/purge-board.ts';
import { Origin } from '#board/shape.ts';
import { ok, refuse } from '#domain/result.ts';
import { boardDocuments, parseDocumentName } from '#protocol/document-names.ts';
import type { Transaction } from '../db/database.ts';
import { accounts, authSessions, people } from '../db/schema/organisation.ts';
import { commandReceipts, processMembers, textDrafters } from '../db/schema/processes.ts';
import { cards, liveSessions, participants } from '../db/schema/sessions.ts';
import { documentsWrittenBy, eraseFromDocuments } from '../sync/erase.ts';
import { changeBoard } from './boards.ts';
import { defineCommand } from './command.ts';
import type { Context } from './context.ts';

/**
 * Erases a person: her name, her account and her rights; in the boards and texts she has worked on, everything that was deleted, the
 * log with its authors and all checkpoints. What stands there now, what was decided, and the audit log stay; they know her by a
 * number to which no name belongs any more.
 */
export const erasePerson = defineCommand({
	name: 'erase-person',
	right: 'organisation.manage',
	input: v.object({ personId: v.pipe(v.string(), v.uuid()) }),
	async place(tx, { personId }) {
		const [person] = await tx.select({ tenantId: people.tenantId }).from(people).where(eq(people.id, personId));
		return person ?? null;
	},
	async run(ctx, { personId }) {
		const { tx, tenantId, now: at } = ctx;
		if (personId === ctx.personId) return refuse({ code: 'person.is-oneself' });
		const places = await placesOf(tx, tenantId, personId);
		await forgetPerson(
			ctx,
			personId,
			places.map(({ participantId }) => participantId)
		);
		const boardIds = await boardsOf(tx, personId, places);
		for (const boardId of boardIds) await emptyBin(ctx, boardId);
		const names = boardIds.flatMap((boardId) => Object.values(boardDocuments(boardId)));
		const erased = await eraseFromDocuments(tx, personId, names, { id: ctx.newId(), at });
		ctx.announce({ kind: 'access.changed', personId });
		for (const documentPrefix of erased) ctx.announce({ kind: 'access.changed', documentPrefix });
		for (const { sessionId } of places) ctx.announce({ kind: 'session.changed', sessionId });
		return ok({ documents: erased.length });
	},
	audit: ({ personId }, { documents }) => ({ entity: 'person', entityId: personId, facts: { documents } })
});

/** Her places in live sessions. */
function placesOf(tx: Transaction, tenantId: string, personId: string) {
	return tx
		.select({ participantId: participants.id, sessionId: liveSessions.id, boardId: liveSessions.boardId })
		.from(participants)
		.innerJoin(
			liveSessions,
			and(eq(liveSessions.tenantId, participants.tenantId), eq(liveSessions.id, participants.sessionId))
		)
		.where(and(eq(participants.tenantId, tenantId), eq(participants.personId, personId)));
}

/** The boards she has written on herself, or may have sent cards to. */
async function boardsOf(tx: Transaction, personId: string, places: readonly { boardId: string }[]): Promise<string[]> {
	const written = (await documentsWrittenBy(tx, personId)).flatMap((name) => {
		const address = parseDocumentName(name);
		return address.ok && address.value.kind === 'board' ? [address.value.id] : [];
	});
	return [...new Set([...written, ...places.map(({ boardId }) => boardId)])].sort();
}

async function forgetPerson(
	{ tx, tenantId, now }: Context,
	personId: string,
	places: readonly string[]
): Promise<void> {
	await tx
		.update(people)
		.set({ name: null, erasedAt: now })
		.where(and(eq(people.tenantId, tenantId), eq(people.id, personId)));
	for (const table of [authSessions, accounts, commandReceipts, processMembers, textDrafters]) {
		await tx.delete(table).where(and(eq(table.tenantId, tenantId), eq(table.personId, personId)));
	}
	if (places.length === 0) return;
	// Cards that nobody has seen are taken back, and their words with those of all that were taken back before.
	await tx
		.update(cards)
		.set({ text: '', withdrawnAt: sql`coalesce(${cards.withdrawnAt}, ${now.toISOString()}::timestamptz)` })
		.where(and(eq(cards.tenantId, tenantId), inArray(cards.participantId, [...places]), isNull(cards.placedAt)));
}

/** What lies in the bin would otherwise count as present. A board that nobody can change any more keeps it. */
async function emptyBin(ctx: Context, boardId: string): Promise<void> {
	await changeBoard(ctx, boardId, (docs) => ok(purgeBoard(docs, Infinity, new Origin('server'))));
}
