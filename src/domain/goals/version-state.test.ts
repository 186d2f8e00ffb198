import { describe, expect, test } from 'vitest';
import { adopt, mayEdit, mayMove, mayTakeBack, versionStates, type VersionFacts } from './version-state.ts';

const version: VersionFacts = { id: 'v2', goalSystemId: 'g', state: 'released', periodFrom: '2024', periodTo: '2035' };
const before: VersionFacts = { ...version, id: 'v1', state: 'adopted' };

describe('a version of a goal system', () => {
	test('only a draft can be changed', () => {
		expect(versionStates.filter((state) => mayEdit({ state }).ok)).toEqual(['draft']);
	});

	test('an adopted version never becomes a draft again', () => {
		expect(versionStates.filter((to) => mayMove('adopted', to).ok)).toEqual(['superseded']);
		expect(mayTakeBack({ state: 'adopted' }, false).ok).toBe(false);
	});

	test('it can be taken back until a body has said something', () => {
		expect(mayTakeBack(version, false).ok).toBe(true);
		expect(mayTakeBack(version, true)).toEqual({ ok: false, problem: { code: 'version.has-outcome' } });
	});

	test('only a decision of the competent body adopts it', () => {
		for (const decided of ['none', 'rejects'] as const)
			expect(adopt(version, [], decided)).toEqual({ ok: false, problem: { code: 'version.not-adopted-by-body' } });
		expect(adopt({ ...version, state: 'draft' }, [], 'adopts').ok).toBe(false);
		expect(adopt(version, [], 'adopts-amended')).toEqual({ ok: true, value: { adopted: 'v2', superseded: [] } });
	});

	test('there is never more than one adopted version for the same time', () => {
		const elsewhere = { ...before, id: 'v0', goalSystemId: 'other' };
		const earlier = { ...before, id: 'v-1', periodTo: '2023' };
		expect(adopt(version, [before, elsewhere, earlier, version], 'adopts')).toEqual({
			ok: true,
			value: { adopted: 'v2', superseded: ['v1'] }
		});
	});
});
