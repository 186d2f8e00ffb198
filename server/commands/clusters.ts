import * as v from 'valibot';
import type { BoardDocs } from '#board/board-docs.ts';
import type { BoardElement, BoardSnapshot } from '#board/board-element.ts';
import { isCluster } from '#board/cluster.ts';
import { elements } from '#board/elements.ts';
import { isElementId } from '#board/ids.ts';
import { Origin } from '#board/shape.ts';
import { readBoard } from '#board/snapshot.ts';
import { may } from '#domain/rights/rights.ts';
import { invariant, ok, refuse, type Result } from '#domain/result.ts';
import { mayInStep } from '#domain/sessions/steps.ts';
import { normaliseLine } from '#domain/texts/normal-form.ts';
import { standingsOf } from '../auth/standings.ts';
import { findParticipant, findSession, listSteps, type AgendaStepView } from '../db/repositories/sessions.ts';
import { changeBoard } from './boards.ts';
import type { Context } from './context.ts';

/** How many cards one step may take at once; a workshop of 30 people has some 300. */
const mostAtOnce = 1_000;

const elementId = v.custom<string>(isElementId, 'id');

/** What a command on clusters takes. */
export const clusterInput = {
	sessionId: v.pipe(v.string(), v.uuid()),
	cluster: elementId,
	cards: v.pipe(v.array(elementId), v.minLength(1), v.maxLength(mostAtOnce)),
	title: v.pipe(v.string(), v.maxLength(elements.area.textLimit), v.transform(normaliseLine))
};

/** How somebody meets the cards of a session. */
export interface Ordering {
	docs: BoardDocs;
	board: BoardSnapshot;
	origin: Origin;
	/** Her pseudonym in the documents. */
	by: string;
	at: number;
	/** Whether she leads the session: then nothing is locked for her. */
	leads: boolean;
	/** The area of the step that is on, for new clusters; null: the bare board. */
	area: string | null;
	/** Where cards lie that belong to no cluster. */
	unsorted: string | null;
}

/**
 * Changes what lies in which cluster: facilitators at any time, participants while the step is there for it. Every change holds
 * the documents of the board, so that two people at one moment come one after the other.
 */
export async function orderCards<T>(
	ctx: Context,
	sessionId: string,
	change: (ordering: Ordering) => Result<T>
): Promise<Result<T>> {
	const session = await findSession(ctx.tx, ctx.tenantId, sessionId);
	invariant(session && ctx.personId, 'the place is a session and its right needs a person');
	if (session.state === 'ended') return refuse({ code: 'session.closed' });
	const steps = await listSteps(ctx.tx, ctx.tenantId, sessionId);
	const at = steps.findIndex(({ id }) => id === session.currentStepId);
	const leads = may(await standingsOf(ctx.tx, ctx.actor, ctx.place), 'session.lead');
	const allowed = leads ? ok() : mayOrderIn(steps[at]);
	if (!allowed.ok) return allowed;
	const participant = await findParticipant(ctx.tx, ctx.tenantId, sessionId, ctx.personId);
	invariant(participant, 'whoever may order takes part');
	const collect = steps.slice(0, at + 1).findLast(({ kind }) => kind === 'collect');
	const done = await changeBoard(ctx, session.boardId, (docs) => {
		const board = readBoard(docs);
		const living = (id: string | null | undefined) => areaThatLives(board, id);
		return change({
			docs,
			board,
			origin: new Origin('server'),
			by: participant.id,
			at: ctx.now.getTime(),
			leads,
			area: living(steps[at]?.areaId) ?? living(collect?.areaId),
			unsorted: living(collect?.areaId) ?? living(steps[at]?.areaId)
		});
	});
	if (done.ok) ctx.announce({ kind: 'session.changed', sessionId });
	return done;
}

/** Participants order cards only in a step that is there for it. */
function mayOrderIn(step: AgendaStepView | undefined): Result<void> {
	return step ? mayInStep(step.kind, 'arrange-cards') : refuse({ code: 'session.not-started' });
}

/** An area that is still on the board; null for one that is gone or in the bin. */
export function areaThatLives(board: BoardSnapshot, id: string | null | undefined): string | null {
	const area = board.byId.get(id ?? '');
	return area?.type === 'area' && !area.deleted ? area.id : null;
}

/** A cluster that somebody may change as a whole: one that is still there and, for participants, not locked. */
export function clusterToChange({ board, leads }: Ordering, id: string): Result<BoardElement> {
	const cluster = board.byId.get(id);
	if (!isCluster(cluster) || cluster.deleted) return refuse({ code: 'cluster.gone' });
	return leads || cluster.layer === 'cards' ? ok(cluster) : refuse({ code: 'cluster.locked' });
}
