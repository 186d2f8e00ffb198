import { describe, expect, test } from 'vitest';
import {
	checkChain,
	checkTurn,
	nextStop,
	offeredPublic,
	type Consultation,
	type ConsultingBody
} from './consultation.ts';
import {
	boxOf,
	callsForAnotherStop,
	checkOutcome,
	effectOnVersion,
	offeredOutcomes,
	outcomes,
	type RecordedOutcome
} from './outcome.ts';

const bodies: ConsultingBody[] = [
	{ id: 'aws', publicRule: 'either', decides: false },
	{ id: 'kreisausschuss', publicRule: 'never', decides: false },
	{ id: 'kreistag', publicRule: 'always', decides: true }
];
const stop = (bodyId: string, meetingDate: string, more: Partial<Consultation> = {}): Consultation => ({
	bodyId,
	meetingDate,
	public: bodyId !== 'kreisausschuss',
	role: 'preparatory',
	authoritative: false,
	outcome: null,
	...more
});
const kreistag = stop('kreistag', '2024-09-18', { role: 'deciding', authoritative: true });
const chain = [stop('aws', '2024-08-22'), stop('kreisausschuss', '2024-09-06'), kreistag];
const codeOf = (result: { ok: true } | { ok: false; problem: { code: string } }) =>
	result.ok ? 'ok' : result.problem.code;

describe('the consultation chain', () => {
	test('committee, Kreisausschuss and Kreistag of Helmstedt hold together', () => {
		expect(checkChain('decision', chain, bodies)).toEqual({ ok: true, value: undefined });
	});

	test('the dates ascend; two bodies may sit on one day', () => {
		const [first, second, third] = chain as [Consultation, Consultation, Consultation];
		expect(checkChain('decision', [second, first, third], bodies)).toEqual({
			ok: false,
			problem: { code: 'consultation.dates-descend', position: 2 }
		});
		expect(codeOf(checkChain('decision', [first, { ...second, meetingDate: first.meetingDate }], bodies))).toBe('ok');
		expect(codeOf(checkChain('decision', [stop('aws', '2024-02-30')], bodies))).toBe('consultation.date-invalid');
	});

	test('the Kreisausschuss is never public, and nobody is offered that it were', () => {
		expect(codeOf(checkChain('decision', [stop('kreisausschuss', '2024-09-06', { public: true })], bodies))).toBe(
			'consultation.never-public'
		);
		expect(codeOf(checkChain('decision', [{ ...kreistag, public: false }], bodies))).toBe('consultation.always-public');
		expect(offeredPublic('never')).toEqual([false]);
		expect(offeredPublic('either')).toEqual([true, false]);
	});

	test('one stop decides, and only a body that is competent', () => {
		expect(codeOf(checkChain('decision', [kreistag, { ...kreistag }], bodies))).toBe(
			'consultation.several-authoritative'
		);
		expect(
			codeOf(checkChain('decision', [stop('aws', '2024-08-22', { role: 'deciding', authoritative: true })], bodies))
		).toBe('consultation.body-cannot-decide');
		expect(codeOf(checkChain('decision', [{ ...kreistag, role: 'preparatory' }], bodies))).toBe(
			'consultation.role-forbidden'
		);
		expect(codeOf(checkChain('information', [kreistag], bodies))).toBe('consultation.role-forbidden');
		expect(codeOf(checkChain('decision', [stop('rat', '2024-08-22')], bodies))).toBe('consultation.body-unknown');
	});

	test('a council that put the decision off may decide at a later sitting', () => {
		const later = { ...kreistag, meetingDate: '2024-12-11' };
		for (const outcome of ['deferred', 'referred', 'not-dealt-with'] as const)
			expect(codeOf(checkChain('decision', [{ ...kreistag, outcome }, later], bodies))).toBe('ok');
		expect(codeOf(checkChain('decision', [{ ...kreistag, outcome: 'rejected' }, later], bodies))).toBe(
			'consultation.several-authoritative'
		);
	});

	test('one body speaks after the other, and only once', () => {
		const spoken = [{ outcome: 'adopted' as const }, { outcome: null }, { outcome: null }];
		expect(nextStop(spoken)).toBe(1);
		expect(codeOf(checkTurn(spoken, 1))).toBe('ok');
		expect(codeOf(checkTurn(spoken, 2))).toBe('consultation.not-its-turn');
		expect(codeOf(checkTurn(spoken, 0))).toBe('outcome.already-recorded');
		expect(nextStop([{ outcome: 'noted' }])).toBe(null);
	});
});

describe('outcomes', () => {
	const record = (more: Partial<RecordedOutcome>): RecordedOutcome => ({
		outcome: 'adopted',
		tally: null,
		resultSha256: null,
		...more
	});
	const check = (more: Partial<RecordedOutcome>) =>
		codeOf(checkOutcome('decision', 'deciding', 'hash-1', record(more)));

	test('a paper for information ends "zur Kenntnis genommen" and never otherwise', () => {
		expect(offeredOutcomes('information', 'information')).toEqual(['noted']);
		expect(offeredOutcomes('report', 'information')).toEqual(['noted']);
		expect(offeredOutcomes('decision', 'deciding')).not.toContain('noted');
		expect(codeOf(checkOutcome('information', 'information', 'h', record({ outcome: 'adopted' })))).toBe(
			'outcome.not-offered'
		);
	});

	test('"geändert" without the new text is refused, "angenommen" keeps the text', () => {
		expect(check({ outcome: 'amended' })).toBe('outcome.text-missing');
		expect(check({ outcome: 'amended', resultSha256: 'hash-1' })).toBe('outcome.text-unchanged');
		expect(check({ outcome: 'amended', resultSha256: 'hash-2' })).toBe('ok');
		expect(check({ outcome: 'adopted', resultSha256: 'hash-2' })).toBe('outcome.text-changed');
		expect(check({ outcome: 'adopted', resultSha256: 'hash-1' })).toBe('ok');
	});

	test('votes are whole numbers', () => {
		expect(check({ tally: { yes: 31, no: 1, abstain: 2 } })).toBe('ok');
		for (const wrong of [-1, 0.5, NaN, Infinity])
			expect(check({ tally: { yes: wrong, no: 0, abstain: 0 } })).toBe('outcome.tally-invalid');
	});

	test('only the decision of the competent body touches the version', () => {
		const effect = (outcome: (typeof outcomes)[number] | null, authoritative = true, decides = true) =>
			effectOnVersion({ authoritative, outcome }, { decides });
		expect(effect('adopted')).toBe('adopts');
		expect(effect('amended')).toBe('adopts-amended');
		expect(effect('rejected')).toBe('rejects');
		for (const outcome of outcomes) {
			expect(effect(outcome, false)).toBe('none');
			expect(effect(outcome, true, false)).toBe('none');
		}
		expect([effect(null), effect('deferred'), effect('noted')]).toEqual(['none', 'none', 'none']);
	});

	test('the form of Helmstedt has three boxes; other outcomes tick none', () => {
		expect(outcomes.map(boxOf)).toEqual(['angenommen', 'geändert', 'abgelehnt', null, null, null, null, null]);
	});

	test('what is deferred or referred comes back', () => {
		expect(outcomes.filter(callsForAnotherStop)).toEqual(['deferred', 'referred']);
	});
});
