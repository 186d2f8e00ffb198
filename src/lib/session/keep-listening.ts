import type { AnyState } from '#protocol/session-state.ts';
import type { SessionStream } from './session-stream.svelte.ts';

/** After this long in the background a phone's connection may be dead without a sign, in milliseconds. */
const nap = 10_000;

/** Keeps a screen's stream open, also when the network goes or comes back, or a phone wakes up. Returns how to stop. */
export function keepListening<State extends AnyState>(stream: SessionStream<State>): () => void {
	let asleepSince = 0;
	const wake = () => stream.open();
	const turn = () => {
		if (document.hidden) asleepSince = Date.now();
		else if (stream.connection !== 'live' || Date.now() - asleepSince > nap) wake();
	};
	window.addEventListener('online', wake);
	window.addEventListener('offline', wake);
	document.addEventListener('visibilitychange', turn);
	stream.open();
	return () => {
		window.removeEventListener('online', wake);
		window.removeEventListener('offline', wake);
		document.removeEventListener('visibilitychange', turn);
		stream.close();
	};
}
