import { setTimeout as pause } from 'node:timers/promises';
import { memoryOf } from '../usage.js';
import { newDocument } from './rooms.js';

/**
 * What a connection costs on which nothing is said, and what a board costs that is open, after the garbage is gone.
 * @param {import('./rooms.js').Running} server freshly started
 * @param {import('./rooms.js').Child} people
 * @param {{ connections: number, boards: number, boardFile: string }} amounts
 */
export async function measureMemory(server, people, { connections, boards, boardFile }) {
	const { address } = server;
	const room = await newDocument(server);
	const sit = (/** @type {string[]} */ names, /** @type {string} */ file = '') =>
		people.ask('sit', { server: address, names, file });
	// What the first ones cost is the program's own warming up.
	await sit(Array.from({ length: 100 }, () => room));
	const empty = await tidied(server);
	await sit(Array.from({ length: connections }, () => room));
	const full = await tidied(server);
	const perConnection = (full - empty) / connections;

	/** @type {string[]} */
	const names = [];
	for (let board = 0; board < boards; board++) names.push(await newDocument(server));
	await sit(names, boardFile);
	const open = await tidied(server);
	await people.ask('goAll');
	return { perConnection, perBoard: (open - full) / boards - perConnection };
}

/** @param {import('./rooms.js').Running} server */
async function tidied({ child }) {
	// Long enough that what was stored meanwhile is stored.
	await pause(2500);
	await child.ask('tidy');
	await pause(300);
	return memoryOf(child.pid);
}
