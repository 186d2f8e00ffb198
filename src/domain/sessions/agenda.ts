import { ok, refuse, type Result } from '../result.ts';

/** Before it starts people come in; while it runs it may be paused; what has ended stays ended. */
export const sessionStates = ['lobby', 'running', 'paused', 'ended'] as const;
export type SessionState = (typeof sessionStates)[number];

/** Where a live session stands on its agenda. */
export interface Agenda {
	readonly state: SessionState;
	/** The ids of the steps, in order. */
	readonly stepIds: readonly string[];
	/** The step that is on; null in the lobby and after the end. */
	readonly currentStepId: string | null;
}

/** What a facilitator can do with the agenda. */
export type AgendaMove =
	| { readonly do: 'start' | 'next' | 'back' | 'pause' | 'resume' | 'end' }
	| { readonly do: 'jump'; readonly stepId: string };

/**
 * The agenda after a move. It moves in both directions and only the pointer changes: no move adds, removes or changes a
 * step, so rounds and cards of a step that people come back to are still there. A move that has already happened is
 * answered as done, because a bad network repeats it. A paused session stays paused when it moves to another step.
 */
export function moveAgenda(agenda: Agenda, move: AgendaMove): Result<Agenda> {
	if (agenda.state === 'ended') return move.do === 'end' ? ok(agenda) : refuse({ code: 'session.closed' });
	if (move.do === 'end') return ok({ ...agenda, state: 'ended', currentStepId: null });
	if (agenda.state === 'lobby') return move.do === 'start' ? start(agenda) : refuse({ code: 'session.not-started' });
	switch (move.do) {
		case 'start':
			return ok(agenda);
		case 'pause':
			return ok({ ...agenda, state: 'paused' });
		case 'resume':
			return ok({ ...agenda, state: 'running' });
		case 'next':
			return goTo(agenda, stepAt(agenda, 1));
		case 'back':
			return goTo(agenda, stepAt(agenda, -1));
		case 'jump':
			return agenda.stepIds.includes(move.stepId)
				? goTo(agenda, move.stepId)
				: refuse({ code: 'thing.not-found', kind: 'agenda-step' });
	}
}

/** Whether people may still come in: until the session has ended. */
export function mayJoin({ state }: Pick<Agenda, 'state'>): Result<void> {
	return state === 'ended' ? refuse({ code: 'session.closed' }) : ok();
}

function start(agenda: Agenda): Result<Agenda> {
	const first = agenda.stepIds[0];
	return first === undefined
		? refuse({ code: 'session.no-steps' })
		: ok({ ...agenda, state: 'running', currentStepId: first });
}

function stepAt({ stepIds, currentStepId }: Agenda, distance: 1 | -1): string | undefined {
	return stepIds[stepIds.indexOf(currentStepId ?? '') + distance];
}

function goTo(agenda: Agenda, stepId: string | undefined): Result<Agenda> {
	return stepId === undefined ? refuse({ code: 'session.no-further-step' }) : ok({ ...agenda, currentStepId: stepId });
}
