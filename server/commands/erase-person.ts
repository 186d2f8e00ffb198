import { and, eq, inArray, isNull } from 'drizzle-orm';
import * as v from 'valibot';
import { purgeBoard } from '#board/operations/purge-board.ts';
import { Origin } from '#board/shape.ts';
import { ok, refuse } from '#domain/result.ts';
import { normaliseLine } from '#domain/texts/normal-form.ts';
import { boardDocuments } from '#protocol/document-names.ts';
import { forgetMotionReasons } from '../db/repositories/amendments.ts';
import { roomsWith } from '../db/repositories/group-rooms.ts';
import { nameOf } from '../db/repositories/people.ts';
import { forgetReasons } from '../db/repositories/suggestions.ts';
import { budgetDepartments, budgetScenarios } from '../db/schema/budgets.ts';
import { accounts, authSessions, people } from '../db/schema/organisation.ts';
import { commandReceipts, processMembers, textDrafters } from '../db/schema/processes.ts';
import { cards } from '../db/schema/sessions.ts';
import { eraseFromDocuments } from '../sync/erase.ts';
import { writeInResting } from '../sync/rest.ts';
import { changeBoard } from './boards.ts';
import { defineCommand } from './command.ts';
import type { Context } from './context.ts';
import { takeOut } from './group-rooms.ts';
import { reachOfErasure } from './erasure-reach.ts';
import { dropUnusedPictures } from './pictures.ts';
import { showThread, takeBackAnswers } from './threads.ts';

/**
 * Erases a person: her name, her account and her rights; in the boards and texts she has worked on, everything that was deleted, the
 * log with its authors and all checkpoints. What stands there now, what was decided, and the audit log stay; they know her by a
 * number to which no name belongs any more.
 */
export const erasePerson = defineCommand({
	name: 'erase-person',
	right: 'organisation.manage',
	input: v.object({
		personId: v.pipe(v.string(), v.uuid()),
		/** Her name as somebody typed it to show that she means this person; programs that know the id leave it out. */
		confirmedName: v.optional(v.pipe(v.string(), v.maxLength(300)))
	}),
	async place(tx, { personId }) {
		const [person] = await tx.select({ tenantId: people.tenantId }).from(people).where(eq(people.id, personId));
		return person ?? null;
	},
	async run(ctx, { personId, confirmedName }) {
		const { tx, tenantId } = ctx;
		if (personId === ctx.personId) return refuse({ code: 'person.is-oneself' });
		if (confirmedName !== undefined && !isTyped(confirmedName, await nameOf(tx, tenantId, personId)))
			return refuse({ code: 'person.name-differs' });
		// The right to be forgotten does not rest with a process.
		const { erased, places } = await writeInResting(tx, tenantId, () => eraseFrom(ctx, personId));
		ctx.announce({ kind: 'access.changed', personId });
		for (const documentPrefix of erased) ctx.announce({ kind: 'access.changed', documentPrefix });
		for (const { sessionId } of places) ctx.announce({ kind: 'session.changed', sessionId });
		return ok({ documents: erased.length });
	},
	audit: ({ personId }, { documents }) => ({ entity: 'person', entityId: personId, facts: { documents } })
});

/** Whether somebody has typed a name as it stands, whatever the blanks and capitals. */
function isTyped(typed: string, name: string): boolean {
	const [one, other] = [typed, name].map((text) => normaliseLine(text).toLocaleLowerCase('de'));
	return one === other;
}

/** Takes her out of everything in which she is; returns the documents that were rewritten, and her places in sessions. */
async function eraseFrom(ctx: Context, personId: string) {
	const { tx, tenantId, now: at } = ctx;
	for (const threadId of await takeBackAnswers(ctx, personId)) await showThread(ctx, threadId);
	for (const roomId of await roomsWith(tx, tenantId, personId)) await takeOut(ctx, roomId, personId);
	const { places, boardIds } = await reachOfErasure(tx, tenantId, personId);
	await forgetPerson(
		ctx,
		personId,
		places.map(({ participantId }) => participantId)
	);
	for (const boardId of boardIds) {
		await emptyBin(ctx, boardId);
		await dropUnusedPictures(ctx, boardId);
	}
	const names = boardIds.flatMap((boardId) => Object.values(boardDocuments(boardId)));
	return { erased: await eraseFromDocuments(tx, personId, names, { id: ctx.newId(), at }), places };
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
	await forgetReasons(tx, tenantId, personId);
	await forgetMotionReasons(tx, tenantId, personId);
	// What she only tried out for herself goes, and a department for which she answered has nobody named any more.
	const scenarios = budgetScenarios;
	await tx
		.delete(scenarios)
		.where(and(eq(scenarios.tenantId, tenantId), eq(scenarios.personId, personId), isNull(scenarios.sharedAt)));
	await tx
		.update(budgetDepartments)
		.set({ headId: null })
		.where(and(eq(budgetDepartments.tenantId, tenantId), eq(budgetDepartments.headId, personId)));
	if (places.length === 0) return;
	// The words she sent go, also those that stand on a board: there others may have changed or deleted them since.
	const hers = and(eq(cards.tenantId, tenantId), inArray(cards.participantId, [...places]));
	await tx.update(cards).set({ text: '' }).where(hers);
	// Cards that nobody has seen are taken back.
	await tx
		.update(cards)
		.set({ withdrawnAt: now })
		.where(and(hers, isNull(cards.placedAt), isNull(cards.withdrawnAt)));
}

/** What lies in the bin would otherwise count as present. A board that nobody can change any more keeps it. */
async function emptyBin(ctx: Context, boardId: string): Promise<void> {
	await changeBoard(ctx, boardId, (docs) => ok(purgeBoard(docs, Infinity, new Origin('server'))));
}
