import { clipOf, type Clip } from '#board/clip.ts';
import type { Legend } from '#board/legend.ts';
import type { Minutes } from '#domain/minutes/minutes.ts';
import type { Part } from '#domain/sessions/non-public.ts';
import { publicBoardOf } from '../db/repositories/non-public-parts.ts';
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

/** Everything of one part of a session, for whoever may take it out; its board with it, where there is one for all of the part. */
export async function exportedSession(
	visit: Visit,
	sessionId: string
): Promise<Minutes & { board: ExportedBoard | null }> {
	const { session, part, minutes } = await gathered(visit, sessionId);
	const board = part === 'public' ? await exportedBoard(visit, publicBoardOf(session)) : null;
	return { ...minutes, board };
}

/** What may be taken out of one part of a session at this moment, for whoever may take it out. */
export async function exportedMinutes(visit: Visit, sessionId: string): Promise<Minutes> {
	return (await gathered(visit, sessionId)).minutes;
}

async function exportedBoard({ locals: { app } }: Visit, boardId: string): Promise<ExportedBoard> {
	const board = await readBoardNow(app.db, boardId);
	const things = clipOf(board, new Set(board.elements.map(({ id }) => id)));
	return { things, legend: await readMeanings(app, boardId) };
}

/** Without a wish it is what was public: what was not is taken out on its own, and absent from everything else. */
async function gathered(visit: Visit, sessionId: string) {
	const { app } = visit.locals;
	const { tenantId } = requirePerson(visit);
	const session = (await findSession(app.db, tenantId, sessionId)) ?? notFound();
	if (session.rehearsalOf) notFound();
	const part: Part = visit.url.searchParams.get('part') === 'non-public' ? 'non-public' : 'public';
	const at = { tenantId, processId: session.processId, sessionId };
	await requireRight(visit, 'session.export', at);
	if (part === 'non-public') await requireRight(visit, 'minutes.read-non-public', at);
	const readBoard = (boardId: string) => readBoardNow(app.db, boardId);
	return { session, part, minutes: await gatherMinutes(app.db, session, { part, now: app.clock(), readBoard }) };
}
