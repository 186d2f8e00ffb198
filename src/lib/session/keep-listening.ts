import { onWake } from '#lib/ui/on-wake.ts';
import type { AnyState } from '#protocol/session-state.ts';
import type { SessionStream } from './session-stream.svelte.ts';

/** Keeps a screen's stream open, also when the network goes or comes back, or a phone wakes up. Returns how to stop. */
export function keepListening<State extends AnyState>(stream: SessionStream<State>): () => void {
	const open = () => stream.open();
	const stopWaking = onWake((stale) => {
		if (stale || stream.connection !== 'live') open();
	});
	window.addEventListener('offline', open);
	open();
	return () => {
		stopWaking();
		window.removeEventListener('offline', open);
		stream.close();
	};
}
