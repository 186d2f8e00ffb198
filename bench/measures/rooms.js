import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { cpuOf } from '../usage.js';

/**
 * @typedef {import('../child.js').Child} Child
 * @typedef {Awaited<ReturnType<typeof import('../servers.js').start>>} Running
 * @typedef {{ people: number, writers: number, perSecond: number }} Size
 */

/** A new document of which a server knows. @param {Running} server */
export async function newDocument(server) {
	const name = `board:${randomUUID()}:cards`;
	await server.child.ask('create', { name });
	return name;
}

/**
 * People in one room, of whom some write: what a delivered change costs the server, and how old it is when it arrives.
 * @param {Running} server
 * @param {Child} people
 * @param {Size} size
 * @param {number} seconds
 */
export async function measureRoom(server, people, size, seconds) {
	const name = await newDocument(server);
	await people.ask('fill', { server: server.address, name, ...size });
	await people.ask('write', { name, perSecond: size.perSecond });
	await pause(1000);
	const before = { server: cpuOf(server.child.pid), people: cpuOf(people.pid) };
	await people.ask('mark', { name });
	await pause(seconds * 1000);
	const { delivered, p50, p95 } = await people.ask('measure', { name });
	const cpu = cpuOf(server.child.pid) - before.server;
	const load = (cpuOf(people.pid) - before.people) / (seconds * 1000);
	const { expected, received } = await people.ask('finish', { name });
	await people.ask('leave', { name });
	return { cpuPerThousand: (cpu / delivered) * 1000, p50, p95, load, lost: expected - received };
}

/**
 * How old changes are that arrive in a calm room, first alone and then beside a room in which everybody writes as much as one may.
 * @param {Running} server
 * @param {Child} people
 * @param {number} seconds
 */
export async function measureFlood(server, people, seconds) {
	const [calm, flooded] = [await newDocument(server), await newDocument(server)];
	await people.ask('fill', { server: server.address, name: calm, people: 20, writers: 5 });
	await people.ask('write', { name: calm, perSecond: 2 });
	await people.ask('fill', { server: server.address, name: flooded, people: 30, writers: 30 });
	await pause(500);
	await people.ask('mark', { name: calm });
	await pause(seconds * 1000);
	const alone = await people.ask('measure', { name: calm });
	await people.ask('write', { name: flooded, perSecond: 50 });
	await pause(1000);
	await people.ask('mark', { name: calm });
	await pause(seconds * 1000);
	const beside = await people.ask('measure', { name: calm });
	const ends = [await people.ask('finish', { name: flooded }), await people.ask('finish', { name: calm })];
	for (const name of [calm, flooded]) await people.ask('leave', { name });
	return { alone, beside, lost: ends.reduce((sum, { expected, received }) => sum + expected - received, 0) };
}
