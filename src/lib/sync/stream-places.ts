/**
 * Over HTTP/1.1 a browser opens six connections to one address, all its tabs together. Streams never end, so they may take this
 * many; the others are left for pages, POSTs and the events of a session. A board takes two.
 */
export const streamPlaces = 4;

/** Gives a place back. */
export type LeavePlace = () => void;

/**
 * Takes a place for a stream, or null when the tabs of this browser have taken all. Where the browser cannot count them, or speaks
 * a newer HTTP that needs no counting, there is always one.
 */
export async function takePlace(
	locks: Pick<LockManager, 'request'> | undefined = browserLocks(),
	counted: boolean = speaksOldHttp()
): Promise<LeavePlace | null> {
	if (!locks || !counted) return () => {};
	for (let place = 1; place <= streamPlaces; place++) {
		const leave = await hold(locks, `wr-stream-${place}`);
		if (leave) return leave;
	}
	return null;
}

/** Holds a lock until told otherwise; null when somebody else holds it. */
function hold(locks: Pick<LockManager, 'request'>, name: string): Promise<LeavePlace | null> {
	return new Promise((resolve, reject) => {
		locks
			.request(name, { ifAvailable: true }, (lock) => {
				if (!lock) return resolve(null);
				return new Promise<void>((leave) => resolve(leave));
			})
			.catch(reject);
	});
}

function browserLocks(): LockManager | undefined {
	return typeof navigator === 'undefined' ? undefined : (navigator.locks as LockManager | undefined);
}

function speaksOldHttp(): boolean {
	const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
	return page !== undefined && !['h2', 'h3'].includes(page.nextHopProtocol);
}
