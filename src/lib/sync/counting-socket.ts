import { countsAsChange, syncTypes } from '#protocol/messages.ts';

/** A WebSocket that tells which of the frames it sends are changes, so that the server's count of saved ones can be compared. */
export function countingSocket(Socket: typeof WebSocket, onChange: (answer: boolean) => void): typeof WebSocket {
	return class extends Socket {
		override send(data: Parameters<WebSocket['send']>[0]): void {
			super.send(data);
			if (data instanceof Uint8Array && countsAsChange(data)) onChange(data[1] === syncTypes.step2);
		}
	};
}
