import * as encoding from 'lib0/encoding';
import { expectFormat, isAtEnd, readBytes, readerOf } from './bounded-reading.ts';
import { limits } from './limits.ts';

/** The headers of a POST: to which stream it belongs, and its number there, counted from 1. */
export const lineHeaders = { stream: 'sync-stream', sequence: 'sync-sequence' } as const;

/** The events of a stream. One without a name is a frame in base64. */
export const lineEvents = {
	/** The first: the id of the stream. */
	open: 'open',
	/** Asks for a sign of life: a POST, which may be empty. */
	ping: 'ping',
	/** The last: a close code and a reason, with a space between. */
	close: 'close'
} as const;

/** Writes several frames as one body: each with its length before it. */
export function packFrames(frames: readonly Uint8Array[]): Uint8Array {
	return encoding.encode((encoder) => {
		for (const frame of frames) encoding.writeVarUint8Array(encoder, frame);
	});
}

/** Reads a body; throws when it holds anything but whole frames, or too many. */
export function unpackFrames(body: Uint8Array): Uint8Array[] {
	const reader = readerOf(body);
	const frames: Uint8Array[] = [];
	while (!isAtEnd(reader)) {
		expectFormat(frames.length < limits.framesPerPost, 'a body holds a limited number of frames');
		frames.push(readBytes(reader, limits.frameBytes));
	}
	return frames;
}
