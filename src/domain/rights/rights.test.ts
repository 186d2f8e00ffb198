import { describe, expect, test } from 'vitest';
import { can, may, onlyPauseForbids, rights, standings, type Action } from './rights.ts';

describe('the table of rights', () => {
	test('somebody without any standing may only come in at the door', () => {
		const open = (Object.keys(rights) as Action[]).filter((action) => may([], action));
		expect(open).toEqual(['account.sign-in', 'instance.set-up', 'session.join']);
	});

	test('the projector reads and never writes', () => {
		const allowed = (Object.keys(rights) as Action[]).filter(
			(action) => may(['projector'], action) && !may([], action)
		);
		expect(allowed).toEqual(['session.read', 'session.project', 'board.read']);
	});

	test('who waits at the door may do nothing but wait', () => {
		const allowed = (Object.keys(rights) as Action[]).filter((action) => may(['waiting'], action) && !may([], action));
		expect(allowed).toEqual(['session.wait']);
	});

	test('who is outside while a session is not public may do nothing but wait', () => {
		const allowed = (Object.keys(rights) as Action[]).filter((action) => may(['outside'], action) && !may([], action));
		expect(allowed).toEqual(['session.wait-outside']);
	});

	test('nobody reads the minutes of a non-public part because she took part', () => {
		for (const standing of ['participant', 'muted', 'observer', 'projector', 'outside', 'member'] as const)
			expect(may([standing], 'minutes.read-non-public')).toBe(false);
	});

	test('a participant cannot lead, promote or record an outcome', () => {
		for (const action of ['session.lead', 'goal.promote', 'outcome.record', 'board.write-scaffold'] as const)
			expect(can(['participant'], action)).toEqual({ ok: false, problem: { code: 'right.missing', action } });
	});

	test('while a process rests, whoever leads it reads it, sees how all are doing and lets it go on, and nothing else', () => {
		const held = ['in-pause', 'process-lead', 'facilitator'] as const;
		const allowed = (Object.keys(rights) as Action[]).filter((action) => may(held, action));
		expect(allowed.filter((action) => !action.endsWith('.read'))).toEqual([
			'process.oversee',
			'process.pause',
			'session.follow',
			'session.project',
			'session.export',
			'minutes.read-non-public'
		]);
	});

	test('nobody comes in at the door of a process at rest, and a pause gives nobody a right', () => {
		expect(may(['in-pause'], 'session.join')).toBe(false);
		expect(may(['in-pause'], 'process.pause')).toBe(false);
		expect(onlyPauseForbids(['in-pause', 'drafter'], 'text.write')).toBe(true);
		expect(onlyPauseForbids(['in-pause', 'observer'], 'text.write')).toBe(false);
	});

	test('every line names standings that exist', () => {
		for (const line of Object.values(rights)) for (const standing of line) expect(standings).toContain(standing);
	});
});
