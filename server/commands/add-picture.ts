import * as v from 'valibot';
import { invariant, ok, refuse } from '#domain/result.ts';
import { pictureLimits, readPicture } from '#domain/pictures/picture.ts';
import { countPictures, findPicture } from '../db/repositories/pictures.ts';
import { pictures } from '../db/schema/pictures.ts';
import { rightOnBoard } from '../document-access.ts';
import { sha256 } from '../ids.ts';
import { ofBoard, placeOfWritten } from './checkpoint-places.ts';
import { defineCommand } from './command.ts';

/** Keeps a picture for a board, for somebody who may lay cards on it now. What it is follows from its bytes, and so does its name. */
export const addPicture = defineCommand({
	name: 'add-picture',
	right: 'board.add-picture',
	input: v.object({
		...ofBoard,
		/** The bytes in base64. */
		content: v.pipe(v.string(), v.maxLength(Math.ceil((pictureLimits.bytes + 1_000) / 3) * 4))
	}),
	place: placeOfWritten,
	async run({ tx, tenantId, actor, now: createdAt }, { boardId, content }) {
		invariant(actor.kind === 'person', 'the right needs a person');
		if ((await rightOnBoard(tx, actor, boardId, 'cards')) !== 'write')
			return refuse({ code: 'right.missing', action: 'board.write-cards' });
		const bytes = new Uint8Array(Buffer.from(content, 'base64'));
		const picture = readPicture(bytes);
		if (!picture.ok) return picture;
		const { kind, w, h } = picture.value;
		const name = sha256(bytes);
		const kept = { picture: name, kind, size: bytes.length, w, h };
		if (await findPicture(tx, tenantId, boardId, name)) return ok(kept);
		if ((await countPictures(tx, tenantId, boardId)) >= pictureLimits.perBoard)
			return refuse({ code: 'picture.too-many', limit: pictureLimits.perBoard });
		const row = {
			tenantId,
			boardId,
			sha256: name,
			kind,
			size: bytes.length,
			bytes,
			addedBy: actor.personId,
			createdAt
		};
		await tx.insert(pictures).values(row).onConflictDoNothing();
		return ok(kept);
	},
	audit: ({ boardId }, { kind, size }) => ({ entity: 'board', entityId: boardId, facts: { kind, size } })
});
