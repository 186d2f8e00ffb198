/** After this long in the background a connection may be dead without a sign, in milliseconds. */
const nap = 10_000;

/**
 * Calls when a page should look after its connections: with `stale` when none of them can be trusted, because the network came back or a
 * phone that slept is looked at again. Returns how to stop. Outside a browser nothing sleeps.
 */
export function onWake(wake: (stale: boolean) => void): () => void {
	if (typeof document === 'undefined') return () => undefined;
	let asleepSince = 0;
	const back = () => wake(true);
	const turn = () => {
		if (document.hidden) asleepSince = Date.now();
		else wake(Date.now() - asleepSince > nap);
	};
	window.addEventListener('online', back);
	document.addEventListener('visibilitychange', turn);
	return () => {
		window.removeEventListener('online', back);
		document.removeEventListener('visibilitychange', turn);
	};
}
