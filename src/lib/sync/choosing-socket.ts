import { hangsAfter, type LineChoice } from './line-choice.ts';

/**
 * A kind of socket that takes, each time one is opened, the line that gets through. WebSockets that fail before they open teach the
 * choice; one that hangs is given up, so that the client comes back and takes the other line. `http` is null while that line is not
 * here yet; asking for it brings it.
 */
export function choosingSocket(
	Web: typeof WebSocket,
	http: () => typeof WebSocket | null,
	choice: LineChoice
): typeof WebSocket {
	/** The other line, where the choice has fallen on it. */
	const other = () => (choice.line === 'http' ? http() : null);
	class Watched extends Web {
		#unwanted = false;

		constructor(address: string | URL, protocols?: string | string[]) {
			super(address, protocols);
			let hung = false;
			const patience = setTimeout(() => {
				hung = true;
				super.close();
			}, hangsAfter);
			const opened = () => {
				clearTimeout(patience);
				this.removeEventListener('close', failed);
				choice.opened();
			};
			const failed = () => {
				clearTimeout(patience);
				if (hung || !this.#unwanted) void choice.failed(String(address), hung).then(other);
			};
			this.addEventListener('open', opened, { once: true });
			this.addEventListener('close', failed, { once: true });
		}

		override close(code?: number, reason?: string): void {
			this.#unwanted = true;
			super.close(code, reason);
		}
	}
	const choose = function (address: string | URL, protocols?: string | string[]) {
		return new (other() ?? Watched)(address, protocols);
	};
	return choose as unknown as typeof WebSocket;
}
