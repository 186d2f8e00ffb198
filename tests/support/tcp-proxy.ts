import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A stretch of network between a program and a server, which a test can break in the ways in which networks break. */
export interface TcpProxy {
	readonly port: number;
	/** Closes what is open and refuses what comes. */
	cut(): void;
	/** Lets nothing through any more and tells nobody: connections stay open and hang, new ones as well. */
	freeze(): void;
	/** From now on connections work. Those that hang stay as they are. */
	mend(): void;
	close(): Promise<void>;
}

export async function startTcpProxy(target: number): Promise<TcpProxy> {
	let state: 'open' | 'cut' | 'frozen' = 'open';
	const sockets = new Set<Socket>();
	const hold = (socket: Socket) => {
		sockets.add(socket);
		socket.on('error', () => socket.destroy());
		socket.on('close', () => sockets.delete(socket));
	};
	const server = createServer((near) => {
		if (state === 'cut') return near.destroy();
		hold(near);
		if (state === 'frozen') return near.pause();
		const far = connect(target, '127.0.0.1');
		hold(far);
		near.pipe(far);
		far.pipe(near);
		near.on('close', () => far.destroy());
		far.on('close', () => near.destroy());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const breakAll = () => {
		for (const socket of sockets) socket.destroy();
	};
	return {
		port: (server.address() as AddressInfo).port,
		cut() {
			state = 'cut';
			breakAll();
		},
		freeze() {
			state = 'frozen';
			for (const socket of sockets) {
				socket.unpipe();
				socket.pause();
			}
		},
		mend() {
			state = 'open';
		},
		close() {
			state = 'cut';
			breakAll();
			return new Promise((resolve) => server.close(() => resolve()));
		}
	};
}
