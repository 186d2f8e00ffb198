/** When there is one minute left, it is called out once; a call that comes late would be wrong. */
const minute = 60_000;
const late = 50_000;

/** What is called out of the time for a vote, by what is left of it in milliseconds: screen readers hear nothing of it in between. */
export function callAt(left: number): 'minute' | 'over' | null {
	if (left <= 0) return 'over';
	return left <= minute && left > late ? 'minute' : null;
}
