import { describe, expect, test } from 'vitest';
import { schemes } from '#domain/goals/schemes.ts';
import { countLevels, forestOf, type GoalNode } from './tree.ts';
import { goal } from '../../../tests/support/goals.ts';

const { helmstedt } = schemes;
const space = goal({ itemId: 'ar1', levelKey: 'aktionsraum', number: '1' });
const measure = goal({ itemId: 'm1', levelKey: 'massnahme', number: '1.1', parentItemId: 'ar1' });
const strategic = goal({ itemId: 'z1', levelKey: 'strategisches-ziel', number: '1' });

const names = ({ goal: { itemId }, children }: GoalNode): unknown =>
	children.length > 0 ? [itemId, children.map(names)] : itemId;

describe('a goal system as a tree', () => {
	test('reads from the top level down, each goal below its parent', () => {
		const groups = forestOf(helmstedt, [measure, space, strategic]);
		expect(groups.map(({ level, nodes }) => [level.key, nodes.map(names)])).toEqual([
			['strategisches-ziel', ['z1']],
			['aktionsraum', [['ar1', ['m1']]]]
		]);
	});

	test('loses no goal whose parent is not in the version', () => {
		const groups = forestOf(helmstedt, [measure]);
		expect(groups.map(({ level, nodes }) => [level.key, nodes.map(names)])).toEqual([['massnahme', ['m1']]]);
	});
});

describe('the counts of the levels', () => {
	test('stand beside what the scheme expects, and empty levels without an expectation are left out', () => {
		const counts = countLevels(helmstedt, [space, strategic, measure]);
		expect(counts.map(({ level, actual, expected }) => `${level.key} ${actual}/${expected}`)).toEqual([
			'strategisches-ziel 1/3',
			'aktionsraum 1/6',
			'massnahme 1/null'
		]);
	});

	test('leave out what was dropped', () => {
		const dropped = goal({ levelKey: 'aktionsraum', status: 'dropped' });
		expect(countLevels(helmstedt, [dropped]).find(({ level }) => level.key === 'aktionsraum')?.actual).toBe(0);
	});
});
