import type { BoardSnapshot } from '#board/board-element.ts';
import { pictureTypes } from '#domain/pictures/picture.ts';
import type { Database } from '../db/database.ts';
import { findPicture, sizesOf } from '../db/repositories/pictures.ts';

/** So many bytes of pictures go into one file; what is beyond is only described in it. */
const largestFile = 40 * 1024 * 1024;

/** The pictures that a board shows, as addresses that hold them whole, for a file that is looked at elsewhere. */
export async function picturesInside(
	db: Database,
	tenantId: string,
	boardId: string,
	board: BoardSnapshot
): Promise<Map<string, string>> {
	const shown = [...new Set(board.elements.flatMap(({ picture }) => picture ?? []))];
	const inside = new Map<string, string>();
	let left = largestFile;
	for (const { sha256, size } of shown.length > 0 ? await sizesOf(db, tenantId, boardId, shown) : []) {
		if ((left -= size) < 0) break;
		const found = await findPicture(db, tenantId, boardId, sha256);
		if (!found) continue;
		const { kind, bytes } = found;
		inside.set(sha256, `data:${pictureTypes[kind]};base64,${Buffer.from(bytes).toString('base64')}`);
	}
	return inside;
}
