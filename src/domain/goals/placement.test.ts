import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LevelScheme } from './level-scheme.ts';
import { checkLink, checkPlacement, type Link, type Placement } from './placement.ts';
import { schemes } from './schemes.ts';

const at = (itemId: string, levelKey: string, parentItemId: string | null = null): Placement => ({
	itemId,
	levelKey,
	parentItemId
});
const codeOf = (result: { ok: true } | { ok: false; problem: { code: string } }) =>
	result.ok ? 'ok' : result.problem.code;

describe('where a goal may stand', () => {
	const unna = [at('h', 'handlungsfeld'), at('s', 'schwerpunkt', 'h'), at('w', 'wirkungsziel', 's')];

	test('an output goal stands below an impact goal and nowhere else', () => {
		expect(codeOf(checkPlacement(schemes.unna, unna, at('l', 'leistungsziel', 'w')))).toBe('ok');
		expect(checkPlacement(schemes.unna, unna, at('l', 'leistungsziel', 's'))).toEqual({
			ok: false,
			problem: {
				code: 'goal.parent-level',
				level: { de: 'Leistungsziel', en: 'Output goal' },
				parent: { de: 'Strategischer Schwerpunkt', en: 'Strategic focus' }
			}
		});
	});

	test('an operative goal without a strategic parent is refused', () => {
		expect(codeOf(checkPlacement(schemes.v2030, [], at('o', 'operatives-ziel')))).toBe('goal.parent-missing');
	});

	test('a parent in another version is no parent', () => {
		expect(codeOf(checkPlacement(schemes.unna, unna, at('l', 'leistungsziel', 'w-of-2019')))).toBe(
			'goal.parent-elsewhere'
		);
	});

	test('an Aktionsraum has exactly one Strategiekarte, which may be moved about in its place', () => {
		const version = [at('a', 'aktionsraum'), at('k', 'strategiekarte', 'a')];
		expect(codeOf(checkPlacement(schemes.helmstedt, version, at('k2', 'strategiekarte', 'a')))).toBe('goal.level-full');
		expect(codeOf(checkPlacement(schemes.helmstedt, version, at('k', 'strategiekarte', 'a')))).toBe('ok');
	});

	test('nothing hangs below itself, even where a level may contain itself', () => {
		const [first] = schemes.unna.levels;
		const nested: LevelScheme = { ...schemes.unna, levels: [{ ...first!, key: 'ziel', parentLevels: ['ziel'] }] };
		const ids = ['a', 'b', 'c', 'd', 'e'];
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 25 }), (moves) => {
				let version = ids.map((id) => at(id, 'ziel'));
				for (const [id, parent] of moves) {
					const moved = at(id, 'ziel', parent);
					if (checkPlacement(nested, version, moved).ok)
						version = version.map((one) => (one.itemId === id ? moved : one));
				}
				for (const { itemId } of version) {
					let steps = 0;
					for (
						let up: string | null = itemId;
						up !== null;
						up = version.find((one) => one.itemId === up)?.parentItemId ?? null
					)
						expect((steps += 1)).toBeLessThanOrEqual(ids.length);
				}
			})
		);
	});
});

describe('links across branches', () => {
	const items = [{ itemId: 'bildung' }, { itemId: 'ziel-2' }];
	const link: Link = { fromItemId: 'bildung', toItemId: 'ziel-2', kind: 'contributes-to' };

	test('an Aktionsraum contributes to a goal once', () => {
		expect(codeOf(checkLink(items, [], link))).toBe('ok');
		expect(codeOf(checkLink(items, [link], link))).toBe('goal.link-exists');
		expect(codeOf(checkLink(items, [link], { ...link, kind: 'causes' }))).toBe('ok');
	});

	test('nothing contributes to itself or to another version', () => {
		expect(codeOf(checkLink(items, [], { ...link, toItemId: 'bildung' }))).toBe('goal.link-to-itself');
		expect(codeOf(checkLink(items, [], { ...link, toItemId: 'ziel-9' }))).toBe('goal.link-elsewhere');
	});
});
