import * as encoding from 'lib0/encoding';
import { encodeAwarenessUpdate } from 'y-protocols/awareness';
import type { WebsocketProvider } from 'y-websocket';
import { messageTypes } from '#protocol/messages.ts';

/** A pointer that moves is sent at most this often, in milliseconds. */
const every = 80;

/**
 * The standard client sends everybody's presence back to the server whenever it hears of it. Ours speaks only about
 * itself, and not faster than an eye can follow.
 */
export function speakOnlyForOneself(provider: WebsocketProvider): void {
	const { awareness, doc } = provider;
	let last = 0;
	let waiting: ReturnType<typeof setTimeout> | undefined;

	const speak = () => {
		waiting = undefined;
		last = Date.now();
		if (!provider.wsconnected || provider.ws?.readyState !== provider.ws?.OPEN) return;
		const frame = encoding.encode((encoder) => {
			encoding.writeVarUint(encoder, messageTypes.awareness);
			encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [doc.clientID]));
		});
		provider.ws?.send(frame as Uint8Array<ArrayBuffer>);
	};

	awareness.off('update', provider._awarenessUpdateHandler);
	provider._awarenessUpdateHandler = (_changes, origin) => {
		if (origin === provider) return;
		waiting ??= setTimeout(speak, Math.max(0, last + every - Date.now()));
	};
	awareness.on('update', provider._awarenessUpdateHandler);
}
