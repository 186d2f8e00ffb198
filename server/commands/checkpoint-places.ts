import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { can, type Action } from '#domain/rights/rights.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { boardDocuments, formatDocumentName, type DocumentName } from '#protocol/document-names.ts';
import { standingsOf } from '../auth/standings.ts';
import type { Transaction } from '../db/database.ts';
import { findBoard, type BoardSummary } from '../db/repositories/boards.ts';
import { boards } from '../db/schema/processes.ts';
import type { Context, Place } from './context.ts';
import { placeOfText } from './text-places.ts';

const id = v.pipe(v.string(), v.uuid());

/** Which board or text a command on its history means. */
export const ofBoard = { boardId: id };
export const ofText = { textId: id };
export type Written = { boardId: string } | { textId: string };

/** Where a command on the history of a board or text acts. */
export async function placeOfWritten(tx: Transaction, written: Written): Promise<Place | null> {
	if ('textId' in written) return placeOfText(tx, written);
	const [found] = await tx.select({ tenantId: boards.tenantId }).from(boards).where(eq(boards.id, written.boardId));
	const board = found && (await findBoard(tx, found.tenantId, written.boardId));
	return board ? placeOfBoard(found.tenantId, board) : null;
}

/** From which things somebody's standing towards a board follows. */
export function placeOfBoard(
	tenantId: string,
	{ processId, sessionId, nonPublic, rests }: Omit<BoardSummary, 'title' | 'state'>
): Place {
	return { tenantId, processId, ...(sessionId !== null && { sessionId, nonPublic, rests }) };
}

/** The documents in which a board or text lives. */
export function documentsOf(written: Written): DocumentName[] {
	if ('textId' in written) return [formatDocumentName({ kind: 'text', id: written.textId })];
	return Object.values(boardDocuments(written.boardId));
}

/** Who may write in all of it may also mark and bring back its states; of a board that is the scaffold too. */
export async function mayWriteAll({ tx, actor, place, tenantId }: Context, written: Written): Promise<Result<void>> {
	const right: Action = 'textId' in written ? 'text.write' : 'board.write-scaffold';
	const allowed = can(await standingsOf(tx, actor, place), right);
	if (!allowed.ok || 'textId' in written) return allowed;
	const board = await findBoard(tx, tenantId, written.boardId);
	const closed = board?.state === 'frozen' || board?.state === 'archived';
	return closed ? refuse({ code: 'document.frozen', document: documentsOf(written)[0]! }) : ok();
}

/** How the audit log names it. */
export const auditOf = (written: Written) =>
	'textId' in written ? { entity: 'text', entityId: written.textId } : { entity: 'board', entityId: written.boardId };
