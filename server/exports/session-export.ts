import { clipOf, type Clip } from '#board/clip.ts';
import type { Legend } from '#board/legend.ts';
import type { Minutes } from '#domain/minutes/minutes.ts';
import { findSession } from '../db/repositories/sessions.ts';
import { readBoardNow } from '../live/board-content.ts';
import { gatherMinutes } from '../minutes/gather-minutes.ts';
import { readMeanings } from '../web/board-visit.ts';
import { notFound, requirePerson, requireRight, type Visit } from '../web/guard.ts';

/** The board of a session as it can be taken out and laid again: what is shown, without authors and history, and what its colours mean. */
export interface ExportedBoard {
	things: Clip;
	legend: Legend;
}

/** Everything that may be taken out of a session, for whoever may take it out. */
export async function exportedSession(visit: Visit, sessionId: string): Promise<Minutes & { board: ExportedBoard }> {
	const { session, minutes, board } = await gathered(visit, sessionId);
	const things = clipOf(board, new Set(board.elements.map(({ id }) => id)));
	return { ...minutes, board: { things, legend: await readMeanings(visit.locals.app, session.boardId) } };
}

/** What may be taken out of a session at this moment, for whoever may take it out. */
export async function exportedMinutes(visit: Visit, sessionId: string): Promise<Minutes> {
	return (await gathered(visit, sessionId)).minutes;
}

async function gathered(visit: Visit, sessionId: string) {
	const { app } = visit.locals;
	const { tenantId } = requirePerson(visit);
	const session = (await findSession(app.db, tenantId, sessionId)) ?? notFound();
	if (session.rehearsalOf) notFound();
	await requireRight(visit, 'session.export', { tenantId, processId: session.processId, sessionId });
	const board = await readBoardNow(app.db, session.boardId);
	return { session, board, minutes: await gatherMinutes(app.db, session, board, app.clock()) };
}
