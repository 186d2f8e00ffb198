/** What can stand in the way of a synthesis. */
export type SynthesisProblem =
	| { code: 'synthesis.nothing-to-take' }
	| { code: 'synthesis.topics-open'; count: number }
	| { code: 'synthesis.no-action-spaces' }
	| { code: 'synthesis.reason-missing' }
	| { code: 'synthesis.topic-placed'; title: string }
	| { code: 'action-space.title-missing' }
	| { code: 'action-space.too-many'; limit: number };

/** The codes at run time: one too few or too many does not compile. */
export const synthesisProblemCodes = {
	'synthesis.nothing-to-take': true,
	'synthesis.topics-open': true,
	'synthesis.no-action-spaces': true,
	'synthesis.reason-missing': true,
	'synthesis.topic-placed': true,
	'action-space.title-missing': true,
	'action-space.too-many': true
} satisfies Record<SynthesisProblem['code'], true>;
