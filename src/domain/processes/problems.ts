/** What can stand in the way of setting up a process and its groups. */
export type ProcessProblem =
	| { code: 'process.period-reversed' }
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
	'group.names-missing': true,
	'group.name-too-long': true,
	'group.too-many': true,
	'group.exists': true,
	'group.member-needs-end': true,
	'group.end-passed': true,
	'wifi.invalid': true
} satisfies Record<ProcessProblem['code'], true>;
