import type { Words } from '../words.ts';
import type { VersionState } from './version-state.ts';

/** What can stand in the way of building, releasing or adopting a goal system. Levels are named in the tenant's own words. */
export type GoalProblem =
	| { code: 'goal.scheme-unknown'; scheme: string }
	| { code: 'goal.level-unknown'; level: string }
	| { code: 'goal.parent-missing'; level: Words }
	| { code: 'goal.parent-elsewhere' }
	| { code: 'goal.parent-level'; level: Words; parent: Words }
	| { code: 'goal.level-full'; level: Words; limit: number }
	| { code: 'goal.circle' }
	| { code: 'goal.link-to-itself' }
	| { code: 'goal.link-exists' }
	| { code: 'goal.link-elsewhere' }
	| { code: 'goal.reason-missing'; status: 'dropped' | 'continued' }
	| { code: 'goal.not-a-number'; value: string }
	| { code: 'goal.target-incomplete' }
	| { code: 'version.not-draft'; state: VersionState }
	| { code: 'version.move-impossible'; from: VersionState; to: VersionState }
	| { code: 'version.has-outcome' }
	| { code: 'version.incomplete'; count: number }
	| { code: 'version.not-adopted-by-body' };

/** The codes at run time: one too few or too many does not compile. */
export const goalProblemCodes = {
	'goal.scheme-unknown': true,
	'goal.level-unknown': true,
	'goal.parent-missing': true,
	'goal.parent-elsewhere': true,
	'goal.parent-level': true,
	'goal.level-full': true,
	'goal.circle': true,
	'goal.link-to-itself': true,
	'goal.link-exists': true,
	'goal.link-elsewhere': true,
	'goal.reason-missing': true,
	'goal.not-a-number': true,
	'goal.target-incomplete': true,
	'version.not-draft': true,
	'version.move-impossible': true,
	'version.has-outcome': true,
	'version.incomplete': true,
	'version.not-adopted-by-body': true
} satisfies Record<GoalProblem['code'], true>;
