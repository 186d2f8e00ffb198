import * as v from 'valibot';
import { isPicture } from '#board/elements/image.ts';
import { pictureLimits } from '#domain/pictures/picture.ts';
import { invariant, ok, refuse } from '#domain/result.ts';
import { isInBoardTemplate } from '../db/repositories/kept-templates.ts';
import { boardsWith, countPictures, findAnywhere, findPicture } from '../db/repositories/pictures.ts';
import { pictures } from '../db/schema/pictures.ts';
import { rightOnBoard } from '../document-access.ts';
import { ofBoard, placeOfWritten } from './checkpoint-places.ts';
import { defineCommand } from './command.ts';

/**
 * Keeps a picture for one more board, onto which it was copied from another; for somebody who may see it there, or in a template of
 * the organisation, and lay cards here.
 */
export const bringPicture = defineCommand({
	name: 'bring-picture',
	right: 'board.add-picture',
	input: v.object({ ...ofBoard, picture: v.custom<string>(isPicture, 'id') }),
	place: placeOfWritten,
	async run({ tx, tenantId, actor, now: createdAt }, { boardId, picture }) {
		invariant(actor.kind === 'person', 'the right needs a person');
		if ((await rightOnBoard(tx, actor, boardId, 'cards')) !== 'write')
			return refuse({ code: 'right.missing', action: 'board.write-cards' });
		if (await findPicture(tx, tenantId, boardId, picture)) return ok({ picture });
		if ((await countPictures(tx, tenantId, boardId)) >= pictureLimits.perBoard)
			return refuse({ code: 'picture.too-many', limit: pictureLimits.perBoard });
		const source = await firstWhere(await boardsWith(tx, tenantId, picture), async (from) => {
			return (await rightOnBoard(tx, actor, from, 'cards')) !== 'none';
		});
		const may = source !== null || (await isInBoardTemplate(tx, tenantId, picture));
		const seen = may && (await findAnywhere(tx, tenantId, picture));
		if (!seen) return refuse({ code: 'thing.not-found', kind: 'picture' });
		await tx.insert(pictures).values({ ...seen, boardId, addedBy: actor.personId, createdAt });
		return ok({ picture });
	},
	audit: ({ boardId }) => ({ entity: 'board', entityId: boardId })
});

async function firstWhere(ids: readonly string[], holds: (id: string) => Promise<boolean>): Promise<string | null> {
	for (const id of ids) if (await holds(id)) return id;
	return null;
}
