import { ok, refuse, type Result } from '../result.ts';

/** The votes of a body as the minutes say them: whole numbers, never computed here. */
export interface Tally {
	readonly yes: number;
	readonly no: number;
	readonly abstain: number;
}

/** The tally, if its numbers are whole and not below zero; otherwise `outcome.tally-invalid`. */
export function checkTally({ yes, no, abstain }: Tally): Result<Tally> {
	const valid = [yes, no, abstain].every((count) => Number.isSafeInteger(count) && count >= 0 && count <= 10_000);
	return valid ? ok({ yes, no, abstain }) : refuse({ code: 'outcome.tally-invalid' });
}
