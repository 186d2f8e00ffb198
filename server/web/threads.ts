import { may } from '#domain/rights/rights.ts';
import type { ThreadView } from '#protocol/comment-thread.ts';
import type { Actor } from '../auth/actor.ts';
import { standingsOf, type Setting } from '../auth/standings.ts';
import { isUnsigned } from '../commands/comment-signature.ts';
import type { Database } from '../db/database.ts';
import type { BoardSummary } from '../db/repositories/boards.ts';
import { findThread, listAnswers } from '../db/repositories/comments.ts';

/** The thread of a pin as somebody sees it who may read the board; null where there is none. */
export async function readThread(
	db: Database,
	actor: Extract<Actor, { kind: 'person' }>,
	{ board, at, elementId }: { board: Pick<BoardSummary, 'id' | 'state'>; at: Setting; elementId: string }
): Promise<ThreadView | null> {
	const { tenantId, personId } = actor;
	const thread = await findThread(db, tenantId, board.id, elementId);
	if (!thread) return null;
	const held = await standingsOf(db, actor, at);
	const open = board.state === 'open' || board.state === 'locked';
	const mayComment = open && !at.rests && may(held, 'board.comment');
	const answers = await listAnswers(db, thread, personId);
	return {
		settled: thread.settledAt !== null,
		mayComment,
		unsigned: await isUnsigned(db, { tenantId, sessionId: at.sessionId ?? null, held }),
		answers: answers.map(({ answer: { id, text, createdAt, removedAt, unsigned, personId: by }, name }) => ({
			id,
			name: unsigned ? '' : (name ?? ''),
			unsigned,
			text: removedAt === null ? text : null,
			at: createdAt.getTime(),
			mayRemove: mayComment && removedAt === null && (by === personId || may(held, 'comment.remove'))
		}))
	};
}

/** How what somebody says about a board now would stand there. */
export async function readSignature(
	db: Database,
	actor: Extract<Actor, { kind: 'person' }>,
	at: Setting
): Promise<Pick<ThreadView, 'unsigned'>> {
	const held = await standingsOf(db, actor, at);
	return { unsigned: await isUnsigned(db, { tenantId: actor.tenantId, sessionId: at.sessionId ?? null, held }) };
}
