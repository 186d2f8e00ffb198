import type { Day } from '../day.ts';

/** What can stand in the way of setting up a process and its groups, of letting it rest, and of working in one that rests. */
export type ProcessProblem =
	| { code: 'process.period-reversed' }
	| { code: 'process.paused'; since: Day; reason: string }
	| { code: 'process.not-paused' }
	| { code: 'process.session-running'; session: string }
	| { code: 'group.names-missing' }
	| { code: 'group.name-too-long'; name: string; limit: number }
	| { code: 'group.too-many'; limit: number }
	| { code: 'group.exists'; name: string }
	| { code: 'group.member-needs-end' }
	| { code: 'group.end-passed' }
	| { code: 'wifi.invalid' };

/** The codes at run time: one too few or too many does not compile. */
export const processProblemCodes = {
	'process.period-reversed': true,
	'process.paused': true,
	'process.not-paused': true,
	'process.session-running': true,
	'group.names-missing': true,
	'group.name-too-long': true,
	'group.too-many': true,
	'group.exists': true,
	'group.member-needs-end': true,
	'group.end-passed': true,
	'wifi.invalid': true
} satisfies Record<ProcessProblem['code'], true>;
