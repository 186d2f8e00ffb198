import { may } from '#domain/rights/rights.ts';
import { standingsOf } from '#server/auth/standings.ts';
import { pseudonymIn } from '#server/db/repositories/boards.ts';
import { readPause } from '#server/web/pause.ts';
import { requireBoard, visitBoard } from '#server/web/board-visit.ts';
import type { LayoutServerLoad } from './$types';

/** Who comes to this board and what she may do here. Asked again whenever the server says that a right has changed. */
export const load: LayoutServerLoad = async (event) => {
	event.depends('board:rights');
	const { app } = event.locals;
	const { board, person, at } = await requireBoard(event, event.params.id);
	const { tenantId, personId, role } = person;
	const held = await standingsOf(app.db, person, at);
	const [rights, by, pause] = await Promise.all([
		visitBoard(app, personId, board, held),
		pseudonymIn(app.db, tenantId, board.sessionId, personId),
		readPause(event.locals, 'board.read', at)
	]);
	const open = !board.rests && (board.state === 'open' || board.state === 'locked');
	const mayRestore = open && may(held, 'board.write-scaffold') && may(held, 'checkpoint.restore');
	const mayComment = open && may(held, 'board.comment');
	return {
		board,
		rights,
		pause,
		by,
		personId,
		mayRestore,
		mayComment,
		guest: role === 'guest',
		projector: held.has('projector')
	};
};
