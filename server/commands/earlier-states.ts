import type { Return } from '#board/operations/become-as-then.ts';
import { Origin } from '#board/shape.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { pseudonymIn } from '../db/repositories/boards.ts';
import { findCheckpoint } from '../db/repositories/checkpoints.ts';
import { pastBoard } from '../past.ts';
import { changeBoard } from './boards.ts';
import { documentsOf, mayWriteAll, type Written } from './checkpoint-places.ts';
import type { Context } from './context.ts';
import { keepCardsOff } from './hidden-cards.ts';

/** Which earlier state a command brings back, and of how many elements where it is not the whole. */
interface Wanted {
	checkpointId: string;
	part?: number;
}

/**
 * Lets somebody bring something back from an earlier state who may write all of the board or text, and marks the state before, which undoes
 * it. Answers the id of that mark.
 */
export async function markBefore(
	ctx: Context,
	written: Written,
	{ checkpointId, part }: Wanted
): Promise<Result<string>> {
	const allowed = await mayWriteAll(ctx, written);
	if (!allowed.ok) return allowed;
	const names = documentsOf(written);
	const checkpoint = await findCheckpoint(ctx.tx, names, checkpointId);
	if (!checkpoint) return refuse({ code: 'thing.not-found', kind: 'checkpoint' });
	const restored = { id: checkpoint.id, at: checkpoint.at.toISOString(), ...(part !== undefined && { part }) };
	return ok(await ctx.setCheckpoint(names, 'restore', { restored }));
}

/** Changes a board towards one of its earlier states. Cards that are kept back stay away. */
export async function returnBoard(
	ctx: Context,
	boardId: string,
	checkpointId: string,
	change: (way: Return, origin: Origin) => Result<void>
): Promise<Result<void>> {
	const then = await pastBoard(ctx.tx, boardId, checkpointId);
	const by = await pseudonymIn(ctx.tx, ctx.tenantId, ctx.place.sessionId ?? null, ctx.personId ?? '');
	const binned = { by, at: ctx.now.getTime() };
	const done = await changeBoard(ctx, boardId, (docs) => change({ docs, then, binned }, new Origin('server')));
	return done.ok ? keepCardsOff(ctx, boardId) : done;
}
