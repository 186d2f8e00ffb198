import type { Minutes } from '#domain/minutes/minutes.ts';
import type { Actor } from '../auth/actor.ts';
import type { App } from '../app.ts';
import { findSession } from '../db/repositories/sessions.ts';
import { readBoardNow } from '../live/board-content.ts';
import { gatherMinutes } from '../minutes/gather-minutes.ts';
import { notFound, requirePerson, requireRight } from '../web/guard.ts';

/** What may be taken out of a session at this moment, for whoever may take it out. */
export async function exportedMinutes(
	visit: { locals: { app: App; actor: Actor }; url: URL },
	sessionId: string
): Promise<Minutes> {
	const { app } = visit.locals;
	const { tenantId } = requirePerson(visit);
	const session = (await findSession(app.db, tenantId, sessionId)) ?? notFound();
	if (session.rehearsalOf) notFound();
	await requireRight(visit, 'session.export', { tenantId, processId: session.processId, sessionId });
	return gatherMinutes(app.db, session, await readBoardNow(app.db, session.boardId), app.clock());
}
