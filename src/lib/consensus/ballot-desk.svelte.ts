/** What a ballot tells the form around it while somebody fills it in. */
export class BallotDesk {
	/** What is still to do, or that nothing is; empty for ballots that need no such word. */
	status = $state('');
	/** Whether something was changed since the answer was counted. */
	touched = $state(false);
	/** Whether this page can react to taps; before that plain fields take the answer. */
	lively = $state(false);
}
