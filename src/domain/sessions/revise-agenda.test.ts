import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agendaLimits, mayRevise, type PlacedStep, type WantedStep } from './revise-agenda.ts';
import { stepKinds } from './steps.ts';

const placed = (id: string, kind: PlacedStep['kind'], used = false): PlacedStep => ({ id, kind, title: id, used });
const agenda = [
	placed('come', 'arrive'),
	placed('write', 'collect', true),
	placed('sort', 'cluster'),
	placed('vote', 'weigh')
];
const wanting = (...ids: string[]): WantedStep[] =>
	ids.map((id) => agenda.find((step) => step.id === id) ?? { id: null, kind: 'discuss' });

describe('changing the agenda', () => {
	test('before the start everything may be turned around', () => {
		const fresh = agenda.map((step) => ({ ...step, used: false }));
		expect(mayRevise(fresh, null, [...fresh].reverse()).ok).toBe(true);
		expect(mayRevise(fresh, null, wanting('write', 'new')).ok).toBe(true);
	});

	test('what is still to come may change while a step is on', () => {
		expect(mayRevise(agenda, 'write', wanting('come', 'write', 'new', 'vote', 'sort')).ok).toBe(true);
		expect(mayRevise(agenda, 'write', wanting('come', 'write')).ok).toBe(true);
	});

	test('what has passed keeps its place', () => {
		const swapped = mayRevise(agenda, 'write', wanting('write', 'come', 'sort', 'vote'));
		expect(swapped).toEqual({ ok: false, problem: { code: 'agenda.step-passed', title: 'come' } });
		expect(mayRevise(agenda, 'write', wanting('new', 'come', 'write', 'sort', 'vote')).ok).toBe(false);
	});

	test('a step in which cards were written is never removed, also after going back', () => {
		const without = mayRevise(agenda, 'come', wanting('come', 'sort', 'vote'));
		expect(without).toEqual({ ok: false, problem: { code: 'agenda.step-used', title: 'write' } });
	});

	test('an agenda without steps and an endless one are refused', () => {
		expect(mayRevise(agenda, null, [])).toEqual({ ok: false, problem: { code: 'session.no-steps' } });
		const endless = Array.from({ length: agendaLimits.steps + 1 }, (): WantedStep => ({ id: null, kind: 'discuss' }));
		expect(mayRevise([], null, endless)).toMatchObject({ problem: { code: 'agenda.too-long' } });
	});

	test('a step that somebody else has removed meanwhile does not come back', () => {
		expect(mayRevise(agenda, null, [...agenda, placed('gone', 'weigh')])).toMatchObject({
			problem: { code: 'thing.changed-meanwhile' }
		});
	});

	test('whatever is wanted, a step that was used is still there afterwards', () => {
		const anyStep = fc.record({
			id: fc.constantFrom(null, 'come', 'write', 'sort', 'vote', 'gone'),
			kind: fc.constantFrom(...stepKinds)
		});
		fc.assert(
			fc.property(fc.array(anyStep, { maxLength: 6 }), fc.constantFrom(null, 'come', 'sort'), (wanted, current) => {
				if (mayRevise(agenda, current, wanted).ok)
					expect(wanted).toContainEqual(expect.objectContaining({ id: 'write', kind: 'collect' }));
			})
		);
	});
});
