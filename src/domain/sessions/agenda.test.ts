import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayJoin, moveAgenda, type Agenda, type AgendaMove } from './agenda.ts';

const lobby: Agenda = { state: 'lobby', stepIds: ['come', 'collect', 'weigh'], currentStepId: null };
const anyMove: fc.Arbitrary<AgendaMove> = fc.oneof(
	fc.record({ do: fc.constantFrom('start', 'next', 'back', 'pause', 'resume', 'end') }),
	fc.record({ do: fc.constant('jump' as const), stepId: fc.constantFrom('come', 'collect', 'weigh', 'gone') })
);

function play(agenda: Agenda, ...moves: AgendaMove[]): Agenda {
	return moves.reduce((now, move) => {
		const moved = moveAgenda(now, move);
		return moved.ok ? moved.value : now;
	}, agenda);
}

describe('the agenda', () => {
	test('a facilitator who went on too early goes back, and nothing is lost', () => {
		const there = play(lobby, { do: 'start' }, { do: 'next' }, { do: 'next' }, { do: 'back' });
		expect(there).toEqual({ ...lobby, state: 'running', currentStepId: 'collect' });
	});

	test('no sequence of moves adds, removes or changes a step', () => {
		fc.assert(
			fc.property(fc.array(anyMove, { maxLength: 30 }), (moves) => {
				const after = play(lobby, ...moves);
				expect(after.stepIds).toEqual(lobby.stepIds);
				expect(after.currentStepId !== null).toBe(after.state === 'running' || after.state === 'paused');
			})
		);
	});

	test('what has ended stays ended, and nobody comes in any more', () => {
		const ended = play(lobby, { do: 'start' }, { do: 'end' });
		expect(moveAgenda(ended, { do: 'next' })).toEqual({ ok: false, problem: { code: 'session.closed' } });
		expect(moveAgenda(ended, { do: 'end' })).toEqual({ ok: true, value: ended });
		expect(mayJoin(ended)).toEqual({ ok: false, problem: { code: 'session.closed' } });
		expect(mayJoin(lobby).ok).toBe(true);
	});

	test('a paused session stays paused on the way to another step', () => {
		expect(play(lobby, { do: 'start' }, { do: 'pause' }, { do: 'jump', stepId: 'weigh' })).toMatchObject({
			state: 'paused',
			currentStepId: 'weigh'
		});
	});

	test('moves that lead nowhere say why', () => {
		const running = play(lobby, { do: 'start' });
		const code = (agenda: Agenda, move: AgendaMove) => {
			const moved = moveAgenda(agenda, move);
			return moved.ok ? 'ok' : moved.problem.code;
		};
		expect(code(lobby, { do: 'next' })).toBe('session.not-started');
		expect(code({ ...lobby, stepIds: [] }, { do: 'start' })).toBe('session.no-steps');
		expect(code(running, { do: 'back' })).toBe('session.no-further-step');
		expect(code({ ...running, currentStepId: 'weigh' }, { do: 'next' })).toBe('session.no-further-step');
		expect(code(running, { do: 'jump', stepId: 'gone' })).toBe('thing.not-found');
	});
});
