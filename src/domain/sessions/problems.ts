import type { StepKind } from './steps.ts';

/** What can stand in the way of somebody in a live session. */
export type SessionProblem =
	| { code: 'session.code-unknown' }
	| { code: 'session.closed' }
	| { code: 'session.removed' }
	| { code: 'session.entrance-closed' }
	| { code: 'session.not-admitted' }
	| { code: 'session.one-person-per-device' }
	| { code: 'session.device-full'; limit: number }
	| { code: 'session.not-started' }
	| { code: 'session.no-steps' }
	| { code: 'session.no-further-step' }
	| { code: 'session.step-forbids'; step: StepKind }
	| { code: 'session.not-public' }
	| { code: 'session.rests' }
	| { code: 'session.vote-still-open' }
	| { code: 'agenda.too-long'; limit: number }
	| { code: 'agenda.step-used'; title: string }
	| { code: 'agenda.step-passed'; title: string }
	| { code: 'template.name-missing' }
	| { code: 'template.name-taken'; name: string }
	| { code: 'template.too-many'; limit: number }
	| { code: 'template.empty' }
	| { code: 'template.too-large'; limit: number }
	| { code: 'cluster.gone' }
	| { code: 'cluster.locked' }
	| { code: 'rehearsal.of-rehearsal' }
	| { code: 'rehearsal.none' }
	| { code: 'rehearsal.does-not-count' }
	| { code: 'card.empty' }
	| { code: 'card.too-long'; limit: number };

/** The codes at run time: one too few or too many does not compile. */
export const sessionProblemCodes = {
	'session.code-unknown': true,
	'session.closed': true,
	'session.removed': true,
	'session.entrance-closed': true,
	'session.not-admitted': true,
	'session.one-person-per-device': true,
	'session.device-full': true,
	'session.not-started': true,
	'session.no-steps': true,
	'session.no-further-step': true,
	'session.step-forbids': true,
	'session.not-public': true,
	'session.rests': true,
	'session.vote-still-open': true,
	'agenda.too-long': true,
	'agenda.step-used': true,
	'agenda.step-passed': true,
	'template.name-missing': true,
	'template.name-taken': true,
	'template.too-many': true,
	'template.empty': true,
	'template.too-large': true,
	'cluster.gone': true,
	'cluster.locked': true,
	'rehearsal.of-rehearsal': true,
	'rehearsal.none': true,
	'rehearsal.does-not-count': true,
	'card.empty': true,
	'card.too-long': true
} satisfies Record<SessionProblem['code'], true>;
