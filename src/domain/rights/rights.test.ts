import { describe, expect, test } from 'vitest';
import { can, may, rights, standings, type Action } from './rights.ts';

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

	test('a participant cannot lead, promote or record an outcome', () => {
		for (const action of ['session.lead', 'goal.promote', 'outcome.record', 'board.write-scaffold'] as const)
			expect(can(['participant'], action)).toEqual({ ok: false, problem: { code: 'right.missing', action } });
	});

	test('every line names standings that exist', () => {
		for (const line of Object.values(rights)) for (const standing of line) expect(standings).toContain(standing);
	});
});
