import type { PlannedElement } from '#board/scaffold-plan.ts';
import { pictureTypes } from '#domain/pictures/picture.ts';
import { refuse, type Result } from '#domain/result.ts';
import * as m from '#paraglide/messages.js';
import type { Where } from './actions.ts';
import { areaAt } from './arrange.ts';
import type { Desk } from './desk.svelte.ts';
import { bringPicture, keepPicture } from './board-pictures.ts';
import { isPictureFile, stillPicture } from './still-picture.ts';

/** The longer side of a new picture on the board. */
const largest = 480;
/** So far each further one of several lies from the one before. */
const aside = 48;

/** Lets her choose a picture from her device and lays it on the board. */
export function choosePicture(desk: Desk, where: Where): void {
	if (!desk.rights.mayCards) return desk.announcer.say(m.board_said_not_allowed());
	const field = document.createElement('input');
	field.type = 'file';
	field.accept = Object.values(pictureTypes).join();
	field.multiple = true;
	field.onchange = () => void placePictures(desk, [...(field.files ?? [])], where);
	field.click();
}

/** Lays pictures on the board, once the server keeps them; for the last one she is asked what can be seen on it. */
export async function placePictures(desk: Desk, files: readonly Blob[], where: Where): Promise<void> {
	if (!desk.rights.mayCards) return desk.announcer.say(m.board_said_not_allowed());
	// What is no picture is refused in words, unless it came together with some.
	const pictures = files.some(isPictureFile) ? files.filter(isPictureFile) : files.slice(0, 1);
	if (pictures.length === 0) return;
	desk.announcer.say(m.board_said_picture_coming());
	let last: string | null = null;
	for (const [at, file] of pictures.entries()) last = (await placePicture(desk, file, beside(where, at))) ?? last;
	if (last === null) return;
	desk.announcer.say(m.board_said_picture_placed());
	desk.edit(last);
}

/** Keeps for this board the pictures of things that lay on another one only. What may not be brought is laid with its description only. */
export async function bringPictures({ boardId, snapshot }: Desk, things: readonly PlannedElement[]): Promise<void> {
	const known = new Set([...snapshot.byId.values()].map(({ picture }) => picture));
	const strange = new Set(things.flatMap(({ own }) => own?.picture ?? []).filter((picture) => !known.has(picture)));
	for (const picture of strange) await bringPicture(boardId, picture);
}

async function placePicture(desk: Desk, file: Blob, where: Where): Promise<string | null> {
	const still = await stillPicture(file);
	if (!still) return desk.tell<string>(refuse({ code: 'picture.kind-unknown' }));
	const kept = await keepPicture(desk.boardId, still.bytes);
	if (!kept) {
		desk.announcer.say(m.board_said_picture_not_sent());
		return null;
	}
	const scale = Math.min(1, largest / Math.max(still.w, still.h));
	const size = [Math.round(still.w * scale), Math.round(still.h * scale)] as const;
	const placed: Result<string> = kept.ok
		? desk.actions.add('image', withArea(desk, where), { size, own: { picture: kept.value.picture } })
		: kept;
	return desk.tell(placed);
}

function beside(where: Where, at: number): Where {
	return where.at ? { ...where, at: { x: where.at.x + at * aside, y: where.at.y + at * aside } } : where;
}

/** What is put down over an area lies in it. */
function withArea({ board }: Desk, where: Where): Where {
	if (!where.at || where.area !== undefined) return where;
	return { ...where, area: areaAt(board.index, where.at, new Set())?.id ?? null };
}
