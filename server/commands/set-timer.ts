import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { invariant, ok, refuse } from '#domain/result.ts';
import { extendTimer, extension, pauseTimer, resumeTimer, type Timer } from '#domain/sessions/timer.ts';
import { holdSession, type LiveSession } from '../db/repositories/sessions.ts';
import { liveSessions } from '../db/schema/sessions.ts';
import { defineCommand } from './command.ts';
import { placeOfSession } from './session-places.ts';

const changes = {
	extend: (timer: Timer, now: number) => extendTimer(timer, extension, now),
	pause: pauseTimer,
	resume: resumeTimer
};

/** Gives a step two more minutes, stops its timer or lets it run again. Server time counts, whatever happens to a laptop. */
export const setTimer = defineCommand({
	name: 'set-timer',
	right: 'session.lead',
	input: v.object({
		sessionId: v.pipe(v.string(), v.uuid()),
		action: v.picklist(Object.keys(changes) as (keyof typeof changes)[])
	}),
	place: placeOfSession,
	async run(ctx, { sessionId, action }) {
		const { tx, tenantId, now } = ctx;
		const session = await holdSession(tx, tenantId, sessionId);
		invariant(session, 'the place is a session');
		if (!session.currentStepId) return refuse({ code: 'session.not-started' });
		const timer = changes[action](timerOf(session), now.getTime());
		const timerEndsAt = timer.state === 'running' ? new Date(timer.endsAt) : null;
		const timerLeftMs = timer.state === 'paused' ? timer.leftMs : null;
		await tx
			.update(liveSessions)
			.set({ timerEndsAt, timerLeftMs })
			.where(and(eq(liveSessions.tenantId, tenantId), eq(liveSessions.id, sessionId)));
		ctx.announce({ kind: 'session.changed', sessionId });
		return ok({ endsAt: timerEndsAt?.getTime() ?? null });
	},
	audit: ({ sessionId, action }) => ({ entity: 'session', entityId: sessionId, facts: { action } })
});

function timerOf({ timerEndsAt, timerLeftMs }: LiveSession): Timer {
	if (timerEndsAt) return { state: 'running', endsAt: timerEndsAt.getTime() };
	return timerLeftMs === null ? { state: 'off' } : { state: 'paused', leftMs: timerLeftMs };
}
