import type { MinutesPerson, NonPublicTime } from './minutes.ts';

/** When somebody was there while the session was not public: her stays, cut to those times. */
export function staysWithin(
	stays: MinutesPerson['stays'],
	times: readonly NonPublicTime[]
): { readonly from: number; readonly until: number | null }[] {
	return stays.flatMap((stay) =>
		times.flatMap((time) => {
			const from = Math.max(stay.from, time.from);
			const until = Math.min(stay.until ?? Infinity, time.until ?? Infinity);
			return from < until ? [{ from, until: until === Infinity ? null : until }] : [];
		})
	);
}
