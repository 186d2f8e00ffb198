import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { verifyChain } from './chain.ts';
import { recordPromotion, type PromotionFacts } from './record.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const facts: PromotionFacts = {
	kind: 'promoted',
	goalItemId: 'z3',
	revisionId: 'rev1',
	versionId: 'v1',
	agreementId: 'a1',
	consultationId: null,
	from: { workshopId: 'w1', sessionId: 's1', agendaStepId: 'step4', boardId: 'b1', elementKey: 'el9' },
	text: { textVersionId: 't1', sha256: 'f00d', stateVector: 'AQ==' },
	decision: {
		roundId: 'r1',
		method: 'dots',
		methodVersion: 1,
		roundNo: 2,
		resultSha256: 'beef',
		dissent: [],
		counts: { eligible: 14, cast: 13, recused: 1, byGroup: { politics: 6, administration: 5, 'civil-society': 2 } }
	},
	promotedBy: 'p-17',
	promotedAt: '2024-06-14T11:02:00+02:00'
};

test('the record says how many answered, and hides groups of fewer than five', () => {
	const { decision } = recordPromotion(facts, 'start', sha256);
	expect(decision).toMatchObject({ eligible: 14, cast: 13, recused: 1 });
	expect(decision.byGroup).toEqual({ politics: 6, administration: 5, 'civil-society': null });
	expect(JSON.stringify(decision)).not.toContain('counts');
});

test('an agreement without a vote has no numbers', () => {
	const talked = { ...facts, decision: { ...facts.decision, method: 'recorded', roundId: null, counts: null } };
	expect(recordPromotion(talked, 'start', sha256).decision).toMatchObject({
		eligible: null,
		cast: null,
		recused: null,
		byGroup: {}
	});
});

test('records hold together as a chain, also after the database has given them back', () => {
	const first = recordPromotion(facts, 'start', sha256);
	const second = recordPromotion({ ...facts, kind: 'amended', consultationId: 'c3' }, first.hash, sha256);
	const stored = JSON.parse(JSON.stringify([first, second])) as (typeof first)[];
	expect(verifyChain(stored, 'start', sha256).ok).toBe(true);
	const forged = [{ ...stored[0]!, text: { ...stored[0]!.text, sha256: 'cafe' } }, stored[1]!];
	expect(verifyChain(forged, 'start', sha256)).toEqual({ ok: false, problem: { code: 'chain.broken', position: 0 } });
});
