import type { GoalView } from '#protocol/goal-views.ts';

/** A goal for tests: whatever does not matter has a plain value. */
export const goal = (given: Partial<GoalView>): GoalView => ({
	itemId: 'item',
	levelKey: 'strategisches-ziel',
	parentItemId: null,
	number: '1',
	text: 'Ein Ziel',
	sha256: '',
	points: [],
	status: 'new',
	reason: null,
	leadOffice: null,
	horizonYear: null,
	budgetYear: null,
	sample: false,
	promoted: false,
	indicators: [],
	...given
});
