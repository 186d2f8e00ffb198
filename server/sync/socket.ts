import type { RawData } from 'ws';

/** What a connection needs of its line to a browser. A WebSocket fits as it is; `stream-socket.ts` is the same over plain HTTP. */
export interface Socket {
	/** Bytes of frames that were handed over and have not left yet. */
	readonly bufferedAmount: number;
	send(frame: Uint8Array): void;
	/** Asks the other side for a sign of life; the answer is heard as `pong`. */
	ping(): void;
	/** Takes in nothing more for now; what comes waits at the sender. */
	pause(): void;
	resume(): void;
	/** Says goodbye with a code; what was handed over before still arrives. */
	close(code: number, reason: string): void;
	/** Cuts the line without a word. */
	terminate(): void;
	on(event: 'message', hear: (data: RawData, isBinary: boolean) => void): unknown;
	on(event: 'pong' | 'close', hear: () => void): unknown;
}
