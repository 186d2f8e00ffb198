import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { start } from '../servers.js';

/**
 * A long-lived document is on disk, the server has just been started, and somebody opens it: until all of it has arrived.
 * @param {import('../servers.js').Server} server
 * @param {import('./rooms.js').Child} people
 * @param {{ folder: string, file: string, times: number }} options
 */
export async function measureColdJoin(server, people, { folder, file, times }) {
	const name = `board:${randomUUID()}:cards`;
	const before = await start(server, folder);
	await before.child.ask('store', { name, file });
	await before.child.stop();
	const joins = [];
	for (let time = 0; time < times; time++) {
		const running = await start(server, folder);
		await pause(500);
		joins.push(await people.ask('join', { server: running.address, name }));
		await running.child.stop();
	}
	return joins;
}
