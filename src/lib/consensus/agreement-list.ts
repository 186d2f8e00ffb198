import type { AgreementView } from '#protocol/session-state.ts';

/** An agreement with the confirmed wording that the group has given it, if there is one. */
export interface AgreementStanding {
	agreement: AgreementView;
	wording: AgreementView | null;
}

/** The agreements of a session, each once: a confirmed wording stands with the agreement it words. */
export function standingAgreements(agreements: readonly AgreementView[]): AgreementStanding[] {
	const valid = agreements.filter(({ state }) => state !== 'withdrawn');
	return valid
		.filter(({ basedOnId }) => basedOnId === null)
		.map((agreement) => ({
			agreement,
			wording: lastWording(agreement, valid)
		}));
}

/** A wording may itself be worded anew: the end of the chain holds. */
function lastWording({ id }: AgreementView, all: readonly AgreementView[]): AgreementView | null {
	const next = all.findLast(({ basedOnId }) => basedOnId === id);
	return next ? (lastWording(next, all) ?? next) : null;
}

/** The beginning of a fingerprint, enough to compare by eye. */
export const shortHash = (sha256: string): string => sha256.slice(0, 12);

/** The beginning of a text, for titles and for the names of buttons: whole words, at most as long as a title may be. */
export function firstWords(text: string): string {
	const line = text.split('\n', 1)[0]!.trim();
	if (line.length <= 100) return line;
	const cut = line.slice(0, 100);
	return `${cut.slice(0, cut.lastIndexOf(' ') > 40 ? cut.lastIndexOf(' ') : 100)} …`;
}
