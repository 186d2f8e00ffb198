import * as Y from 'yjs';
import type { BoardDocs } from '#board/board-docs.ts';
import type { BoardElement } from '#board/board-element.ts';
import { readBoard } from '#board/snapshot.ts';
import type { Doc } from '#domain/texts/doc.ts';
import { may } from '#domain/rights/rights.ts';
import { readBody } from '#text/read-body.ts';
import { standingsOf } from '../auth/standings.ts';
import type { App } from '../app.ts';
import { documentsOf, placeOfWritten, type Written } from '../commands/checkpoint-places.ts';
import { findBoard } from '../db/repositories/boards.ts';
import { findCheckpoint, listCheckpoints, type Checkpoint } from '../db/repositories/checkpoints.ts';
import { findText } from '../db/repositories/texts.ts';
import { pastBoard, pastText } from '../past.ts';
import { notFound, requirePerson, requireRight, type Visit } from './guard.ts';
import { keptBackOn } from './kept-back.ts';

/** Lets somebody see the history of a board or text who may see the thing itself, and tells what she may do with it. */
export async function visitHistory(visit: Visit, written: Written): Promise<{ title: string; mayRestore: boolean }> {
	const { db } = visit.locals.app;
	requirePerson(visit);
	const place = (await db.transaction((tx) => placeOfWritten(tx, written))) ?? notFound();
	const ofText = 'textId' in written;
	const person = await requireRight(visit, ofText ? 'text.read' : 'board.read', place);
	const thing = ofText ? await findText(db, written.textId) : await findBoard(db, place.tenantId, written.boardId);
	const held = await standingsOf(db, person, place);
	const { title, state, rests } = thing ?? notFound();
	const open = !rests && (state === 'open' || state === 'locked');
	const writes = may(held, ofText ? 'text.write' : 'board.write-scaffold') && may(held, 'checkpoint.restore');
	return { title, mayRestore: open && writes };
}

/** The checkpoints of a board or text, the newest first, for whoever may see it. */
export async function readHistory(visit: Visit, written: Written) {
	const about = await visitHistory(visit, written);
	return { ...about, checkpoints: await listCheckpoints(visit.locals.app.db, documentsOf(written)) };
}

/** A board as it was: for reading without scripts, and as documents for the screen. */
export interface PastBoard {
	checkpoint: Checkpoint;
	/** All of them, the newest first, for going on from one to the next. */
	checkpoints: Checkpoint[];
	elements: BoardElement[];
	scaffold: Uint8Array;
	cards: Uint8Array;
}

/** A board at one of its checkpoints. Whether this person may see it has been asked. */
export async function readPastBoard({ db }: Pick<App, 'db'>, boardId: string, id: string): Promise<PastBoard> {
	const checkpoint = (await checkpointOf(db, { boardId }, id)) ?? notFound();
	const docs = await pastBoard(db, boardId, checkpoint.id);
	await leaveOut(db, boardId, docs);
	const elements = [...readBoard(docs).byId.values()];
	const [scaffold, cards] = [Y.encodeStateAsUpdate(docs.scaffold), Y.encodeStateAsUpdate(docs.cards)];
	docs.scaffold.destroy();
	docs.cards.destroy();
	const checkpoints = await listCheckpoints(db, documentsOf({ boardId }));
	return { checkpoint, checkpoints, elements, scaffold, cards };
}

/** Takes out of a copy what is kept back; it was on the board then. */
async function leaveOut(db: App['db'], boardId: string, docs: BoardDocs): Promise<void> {
	const isKeptBack = await keptBackOn(db, boardId);
	for (const element of readBoard(docs).byId.values())
		if (isKeptBack(element)) docs.elementsOf(element.layer).delete(element.id);
}

/** A text at one of its checkpoints. Whether this person may see it has been asked. */
export async function readPastText(
	{ db }: App,
	textId: string,
	id: string
): Promise<{ checkpoint: Checkpoint; checkpoints: Checkpoint[]; body: Doc }> {
	const checkpoint = (await checkpointOf(db, { textId }, id)) ?? notFound();
	const checkpoints = await listCheckpoints(db, documentsOf({ textId }));
	const doc = await pastText(db, textId, checkpoint.id);
	const body = readBody(doc);
	doc.destroy();
	return { checkpoint, checkpoints, body };
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One checkpoint of a board or text, or null where there is none of this name. */
export async function checkpointOf(db: App['db'], written: Written, id: string): Promise<Checkpoint | null> {
	return uuid.test(id) ? findCheckpoint(db, documentsOf(written), id) : null;
}
