import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { invariant, ok, type Result } from '#domain/result.ts';
import { moveAgenda, type Agenda, type AgendaMove } from '#domain/sessions/agenda.ts';
import { startTimer, type Timer } from '#domain/sessions/timer.ts';
import { boardDocuments } from '#protocol/document-names.ts';
import { publicBoardOf } from '../db/repositories/non-public-parts.ts';
import { findParticipant, holdSession, listSteps, type LiveSession } from '../db/repositories/sessions.ts';
import { liveSessions } from '../db/schema/sessions.ts';
import { allLeave, comes } from './attendance.ts';
import { defineCommand } from './command.ts';
import type { Context } from './context.ts';
import { endPart, turnVisit } from './non-public-parts.ts';
import { placeOfSession } from './session-places.ts';

const sessionId = v.pipe(v.string(), v.uuid());

/**
 * Starts the session or moves it to another step, forwards or back. Nothing is deleted by moving: cards, rounds and
 * results of every step stay. Who may write on the board follows the step, so open boards are told.
 */
export const moveStep = defineCommand({
	name: 'move-step',
	right: 'session.lead',
	input: v.object({ sessionId, to: v.union([v.picklist(['next', 'back']), v.pipe(v.string(), v.uuid())]) }),
	place: placeOfSession,
	run: (ctx, { sessionId, to }) =>
		moveSession(ctx, sessionId, ({ state }) => {
			if (state === 'lobby') return { do: 'start' };
			return to === 'next' || to === 'back' ? { do: to } : { do: 'jump', stepId: to };
		}),
	audit: ({ sessionId }, { stepId }) => ({ entity: 'session', entityId: sessionId, facts: { stepId } })
});

/** Ends the session. Its code is free again, its results stay; a part that is not public ends with it. */
export const endSession = defineCommand({
	name: 'end-session',
	right: 'session.lead',
	input: v.object({ sessionId }),
	place: placeOfSession,
	run: (ctx, { sessionId }) => moveSession(ctx, sessionId, () => ({ do: 'end' })),
	audit: ({ sessionId }) => ({ entity: 'session', entityId: sessionId })
});

async function moveSession(
	ctx: Context,
	sessionId: string,
	moveFrom: (session: LiveSession) => AgendaMove
): Promise<Result<{ stepId: string | null }>> {
	const { tx, tenantId, now } = ctx;
	const held = await holdSession(tx, tenantId, sessionId);
	invariant(held, 'the place is a session');
	const session = moveFrom(held).do === 'end' ? await inPublic(ctx, held) : held;
	const steps = await listSteps(tx, tenantId, sessionId);
	const agenda: Agenda = {
		state: session.state,
		stepIds: steps.map(({ id }) => id),
		currentStepId: session.currentStepId
	};
	const moved = moveAgenda(agenda, moveFrom(session));
	if (!moved.ok) return moved;
	const { state, currentStepId } = moved.value;
	const step = steps.find(({ id }) => id === currentStepId);
	if (currentStepId !== session.currentStepId || state !== session.state) {
		const kind = state === 'ended' ? 'end' : session.state === 'lobby' ? 'start' : 'step';
		const label = step && state !== 'ended' ? { step: { kind: step.kind, title: step.title } } : {};
		await ctx.setCheckpoint(Object.values(boardDocuments(session.boardId)), kind, label);
		const timer: Timer = step ? startTimer(step.minutes, now.getTime()) : { state: 'off' };
		await tx
			.update(liveSessions)
			.set({
				state,
				currentStepId,
				stepStartedAt: now,
				endedAt: state === 'ended' ? now : null,
				rev: session.rev + 1,
				impulsesShownAt: null,
				timerEndsAt: timer.state === 'running' ? new Date(timer.endsAt) : null,
				timerLeftMs: null,
				spotlightId: null
			})
			.where(and(eq(liveSessions.tenantId, tenantId), eq(liveSessions.id, sessionId)));
		if (kind === 'start') await leaderComes(ctx, sessionId);
		if (kind === 'end') await allLeave(ctx, sessionId);
		if (currentStepId !== session.currentStepId)
			await turnVisit(ctx, sessionId, currentStepId, session.nonPublicPartId);
		ctx.announce({ kind: 'session.changed', sessionId });
		ctx.announce({ kind: 'access.changed', documentPrefix: `board:${session.boardId}:` });
	}
	return ok({ stepId: currentStepId });
}

/** The session as it is once a part that was not public has ended. */
async function inPublic(ctx: Context, session: LiveSession): Promise<LiveSession> {
	if (session.nonPublicPartId === null) return session;
	await endPart(ctx, session);
	return { ...session, nonPublicPartId: null, publicBoardId: null, boardId: publicBoardOf(session) };
}

/** Whoever starts a session is there from then on. */
async function leaderComes(ctx: Context, sessionId: string): Promise<void> {
	invariant(ctx.personId, 'only a person leads');
	const leader = await findParticipant(ctx.tx, ctx.tenantId, sessionId, ctx.personId);
	if (leader) await comes(ctx, { sessionId, participantId: leader.id });
}
