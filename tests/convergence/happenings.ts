import { addElement } from '#board/operations/add-elements.ts';
import { BoardDocs } from '#board/board-docs.ts';
import { Origin } from '#board/shape.ts';
import { later } from '../support/sync.ts';
import { performOnText } from '../support/text-deeds.ts';
import { expectOwed } from './expectations.ts';
import type { World } from './world.ts';

/** Something that may happen in a run, and how often it does compared with the others. */
interface Happening {
	weight: number;
	happens(world: World): void | Promise<void>;
}

const happenings: Happening[] = [
	{
		weight: 70,
		happens(world) {
			const writers = world.machines.filter(({ readsOnly }) => !readsOnly);
			const busy = writers.filter(({ station }) => world.busy === null || world.busy === station);
			world.operations++;
			world.one(busy.length > 0 ? busy : writers).act(world.any(8), world.newId());
		}
	},
	{ weight: 4, happens: (world) => void (world.busy = world.one([null, ...world.stations])) },
	{ weight: 25, happens: (world) => later(world.any(12)) },
	{ weight: 3, happens: (world) => world.one(world.machines).cut() },
	{ weight: 2, happens: (world) => world.one(world.machines).goOffline() },
	{ weight: 5, happens: (world) => world.one(world.machines).comeBack() },
	{
		weight: 5,
		happens(world) {
			const machine = world.one(world.machines);
			machine.station = world.stations.find((station) => station !== machine.station)!;
			machine.cut();
		}
	},
	{
		weight: 2,
		happens(world) {
			const [left] = world.machines.splice(world.any(world.machines.length), 1);
			left!.end();
			world.gone.push(left!);
			world.comes(left!.person);
		}
	},
	{ weight: 2, happens: (world) => void (world.one(world.stations).nextWrite = world.one(['fails', 'fails-after'])) },
	{
		weight: 2,
		async happens(world) {
			await world.log.compact(world.one(world.documents));
		}
	},
	{
		weight: 2,
		async happens(world) {
			const station = world.one(world.stations);
			station.kill();
			await expectOwed(world);
			await later(world.any(3));
			station.start();
		}
	},
	{
		weight: 1,
		async happens(world) {
			const station = world.one(world.stations);
			await station.stop();
			station.start();
		}
	},
	{ weight: 3, happens: programWrites }
];

/** A command of the program changes the documents: a phone lays a card, a proposal is taken over. */
async function programWrites(world: World): Promise<void> {
	const station = world.one(world.stations);
	const id = world.newId();
	const [scaffold, cards] = world.documents;
	const changed = await world.ground.database.transaction((tx) =>
		station.sync!.changeDocuments(tx, world.documents, (docOf) => {
			if (!cards) return performOnText(docOf(scaffold!), { what: 0, pick: 0, other: 0, id }, programOrigin);
			const docs = new BoardDocs(docOf(scaffold!), docOf(cards));
			addElement(docs, { id, type: 'note', by: 'phone', text: 'Karte' }, programOrigin, world.random);
		})
	);
	if (!changed.ok) throw new Error(changed.problem.code);
	world.operations++;
	for (const change of changed.value.committed) station.sync?.ingestCommitted(change);
}

const programOrigin = new Origin('server');

const total = happenings.reduce((sum, { weight }) => sum + weight, 0);

/** Lets the next thing happen, as chance will have it. */
export async function somethingHappens(world: World): Promise<void> {
	let lot = world.any(total);
	const drawn = happenings.find(({ weight }) => (lot -= weight) < 0)!;
	await drawn.happens(world);
}
