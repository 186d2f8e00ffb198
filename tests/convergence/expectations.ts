import * as Y from 'yjs';
import { BoardDocs } from '#board/board-docs.ts';
import { readBoard } from '#board/snapshot.ts';
import { readDocument } from '#server/sync/server-changes.ts';
import { readBody } from '#text/read-body.ts';
import { expectSoundBoard } from '../support/board-deeds.ts';
import { later } from '../support/sync.ts';
import { expectSoundText } from '../support/text-deeds.ts';
import type { Machine } from './machine.ts';
import type { World } from './world.ts';

const patience = 20_000;

/** Whatever somebody has been shown, and whatever was called saved, is in the log, at any time. */
export async function expectOwed(world: World): Promise<void> {
	const replicas = [...world.machines, ...world.gone].flatMap((machine) => machine.replicas);
	const owed = replicas.map(({ name, owed, person }) => ({ name, person, updates: [...owed] }));
	const logged = new Map<string, Y.Snapshot>();
	for (const name of world.documents) logged.set(name, Y.snapshot(await readLog(world, name)));
	for (const { name, person, updates } of owed) {
		for (const update of updates) {
			if (Y.snapshotContainsUpdate(logged.get(name)!, update)) continue;
			throw new Error(`Something that ${person} was shown or told to be saved is not in the log of ${name}`);
		}
	}
}

/** In the end everybody, the server and who comes anew have the same sound documents. */
export async function expectAgreement(world: World): Promise<void> {
	const newcomer = world.comes('newcomer');
	const everybody = [...world.machines];
	await within(world, () => everybody.find(({ settled }) => !settled)?.person, 'is not settled');
	await within(
		world,
		async () => {
			const logged = await Promise.all(world.documents.map((name) => readLog(world, name)));
			return everybody.find((machine) => !agrees(machine, logged))?.person;
		},
		'has another document than the server'
	);
	if (world.isBoard) expectSoundBoard(boardOf(newcomer.docs));
	else expectSoundText(newcomer.docs[0]!);
	await expectOwed(world);
	for (const { surprises } of world.stations) if (surprises.length > 0) throw new Error(surprises.join('\n'));
}

/** Who may only read writes nothing, also not the tidying up that every Yjs client does; its content is the same. */
function agrees(machine: Machine, logged: readonly Y.Doc[]): boolean {
	const same = machine.docs.every(
		(doc, index) => machine.readsOnly || Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(logged[index]!))
	);
	return same && contentOf(machine.docs) === contentOf(logged);
}

const contentOf = (docs: readonly Y.Doc[]): string =>
	JSON.stringify(docs.length === 2 ? [...readBoard(boardOf(docs)).byId.values()] : readBody(docs[0]!));

const boardOf = ([scaffold, cards]: readonly Y.Doc[]) => new BoardDocs(scaffold!, cards!);

async function readLog(world: World, name: World['documents'][number]): Promise<Y.Doc> {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, await readDocument(world.ground.database, name));
	if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error(`The log of ${name} has holes`);
	return doc;
}

/** Waits until nobody is named any more; an honest client that was sent away for good fails at once. */
async function within(
	world: World,
	who: () => string | undefined | Promise<string | undefined>,
	fault: string
): Promise<void> {
	const end = performance.now() + patience;
	for (let named = await who(); named !== undefined; named = await who()) {
		for (const { person, refused } of world.machines.flatMap(({ replicas }) => replicas)) {
			if (refused) throw new Error(`${person} was sent away: ${refused.code} ${refused.reason}`);
		}
		if (performance.now() > end) throw new Error(`${named} ${fault} after ${patience} ms`);
		await later(4);
	}
}
