/** What can stand in the way of minutes. */
export type MinutesProblem = { code: 'minutes.session-not-ended' };

/** The codes at run time: one too few or too many does not compile. */
export const minutesProblemCodes = {
	'minutes.session-not-ended': true
} satisfies Record<MinutesProblem['code'], true>;
