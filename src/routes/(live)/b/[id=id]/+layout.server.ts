import { may } from '#domain/rights/rights.ts';
import { standingsOf } from '#server/auth/standings.ts';
import { findBoard, pseudonymIn } from '#server/db/repositories/boards.ts';
import { visitBoard } from '#server/web/board-visit.ts';
import { notFound, requirePerson, requireRight } from '#server/web/guard.ts';
import type { LayoutServerLoad } from './$types';

/** Who comes to this board and what she may do here. Asked again whenever the server says that a right has changed. */
export const load: LayoutServerLoad = async (event) => {
	event.depends('board:rights');
	const { app } = event.locals;
	const { tenantId, personId, role } = requirePerson(event);
	const board = (await findBoard(app.db, tenantId, event.params.id)) ?? notFound();
	const ofProcess = { tenantId, processId: board.processId };
	const at = board.sessionId === null ? ofProcess : { ...ofProcess, sessionId: board.sessionId };
	const person = await requireRight(event, 'board.read', at);
	const held = await standingsOf(app.db, person, at);
	const [rights, by] = await Promise.all([
		visitBoard(app, personId, board, held),
		pseudonymIn(app.db, tenantId, board.sessionId, personId)
	]);
	const open = board.state === 'open' || board.state === 'locked';
	const mayRestore = open && may(held, 'board.write-scaffold') && may(held, 'checkpoint.restore');
	return { board, rights, by, personId, mayRestore, guest: role === 'guest', projector: held.has('projector') };
};
