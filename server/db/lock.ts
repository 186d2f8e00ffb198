import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rmdir, stat, symlink, unlink } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { ok, refuse, type Result } from '#domain/result.ts';

/** The right to open a data folder. Held until it is released or the process ends, however it ends. */
export interface FolderLock {
	release(): Promise<void>;
}

/** Socket addresses are short on every system (104 bytes on macOS, with the final zero). */
const longestSocketPath = 100;

/** Taking a lock lasts milliseconds. Whoever has been at it for this long has died on the way. */
const turnLimit = 10_000;

const notWritable = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT', 'ENOSPC', 'EDQUOT']);

/**
 * Locks a folder for this process, or refuses at once; it never waits. The lock is a listening local socket beside the
 * folder, because the operating system takes a socket away from a dead process while a file with a process number lies
 * on for ever. It works between the processes of one machine, not across machines that share a network drive.
 */
export async function lockFolder(folder: string): Promise<Result<FolderLock>> {
	const path = resolve(folder);
	const turn = `${path}.turn`;
	try {
		await mkdir(dirname(path), { recursive: true });
		if (!(await takeTurn(turn))) return refuse({ code: 'database.folder-in-use', folder: path });
	} catch (error) {
		if (notWritable.has(codeOf(error))) return refuse({ code: 'database.folder-not-writable', folder: path });
		throw error;
	}
	try {
		return await listenBeside(path);
	} finally {
		await rmdir(turn).catch(() => undefined);
	}
}

/** Only one process at a time may look at the socket and replace a dead one: making a folder succeeds for one of many. */
async function takeTurn(turn: string): Promise<boolean> {
	if (await makeFolder(turn)) return true;
	const begun = await stat(turn).catch(() => undefined);
	if (!begun || Date.now() - begun.mtimeMs < turnLimit) return false;
	await rmdir(turn).catch(() => undefined);
	return makeFolder(turn);
}

async function makeFolder(path: string): Promise<boolean> {
	try {
		await mkdir(path);
		return true;
	} catch (error) {
		if (codeOf(error) === 'EEXIST') return false;
		throw error;
	}
}

async function listenBeside(path: string): Promise<Result<FolderLock>> {
	const { socket, link } = socketFor(path);
	const address = link ? join(link, basename(socket)) : socket;
	if (link) await symlink(dirname(path), link);
	try {
		if (await somebodyListens(address)) return refuse({ code: 'database.folder-in-use', folder: path });
		if (process.platform !== 'win32') await unlink(socket).catch(() => undefined);
		const server = await listen(address);
		return ok({
			release: async () => {
				// Closing removes the socket under the address it was opened with; a link is gone by then.
				if (link) await unlink(socket).catch(() => undefined);
				await new Promise<void>((done) => server.close(() => done()));
			}
		});
	} finally {
		if (link) await unlink(link);
	}
}

/** Where the socket lies: beside the folder. A path too long for a socket is opened through a short link to the same place. */
function socketFor(folder: string): { socket: string; link?: string } {
	if (process.platform === 'win32') {
		const name = createHash('sha256').update(folder.toLowerCase()).digest('hex').slice(0, 32);
		return { socket: `\\\\.\\pipe\\wirkraum-${name}` };
	}
	const socket = `${folder}.lock`;
	if (Buffer.byteLength(socket) <= longestSocketPath) return { socket };
	return { socket, link: join(tmpdir(), `wr-${randomUUID().slice(0, 13)}`) };
}

/** True unless the system says that nobody is there: in doubt the folder is in use. */
function somebodyListens(address: string): Promise<boolean> {
	return new Promise((answer) => {
		const socket = connect(address);
		socket.once('connect', () => {
			socket.destroy();
			answer(true);
		});
		socket.once('error', (error) => answer(!['ECONNREFUSED', 'ENOENT'].includes(codeOf(error))));
	});
}

function listen(address: string): Promise<Server> {
	return new Promise((done, fail) => {
		const server = createServer((socket) => socket.destroy());
		server.once('error', fail);
		server.listen(address, () => {
			server.unref();
			done(server);
		});
	});
}

function codeOf(error: unknown): string {
	return (error as NodeJS.ErrnoException).code ?? '';
}
