import { expectAgreement } from './expectations.ts';
import { somethingHappens } from './happenings.ts';
import { World, type Ground } from './world.ts';

/** What one run has done. */
export interface RunReport {
	operations: number;
	kind: 'board' | 'text';
}

/**
 * One run: 3 to 9 people work on a board or a text over two servers while lines break, machines end, servers are killed and writes
 * fail. Its seed describes all of that; only how the network interleaves it is the machine's. Throws when a promise was broken.
 */
export async function convergenceRun(ground: Ground, seed: number): Promise<RunReport> {
	const world = await new World(ground, seed).open();
	try {
		if (world.any(4)) await world.everybodyIsThere();
		for (let left = 30 + world.any(70); left > 0; left--) await somethingHappens(world);
		for (const station of world.stations) station.start();
		for (const machine of world.machines) machine.comeBack();
		await expectAgreement(world);
		return { operations: world.operations, kind: world.isBoard ? 'board' : 'text' };
	} catch (error) {
		throw new Error(`Run ${seed} broke a promise; again: npm run fuzz -- --seed ${seed} --runs 1`, { cause: error });
	} finally {
		await world.close();
	}
}
