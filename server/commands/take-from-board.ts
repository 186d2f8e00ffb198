import * as v from 'valibot';
import { cardGroups, type CardGroup } from '#board/card-groups.ts';
import { invariant, ok, refuse } from '#domain/result.ts';
import type { DocNode } from '#domain/texts/doc.ts';
import { normaliseLine } from '#domain/texts/normal-form.ts';
import { mostTaken } from '#domain/texts/from-board.ts';
import { formatDocumentName } from '#protocol/document-names.ts';
import { appendBlocks } from '#text/append-blocks.ts';
import { list, paragraph } from '#text/blocks.ts';
import { findBoard } from '../db/repositories/boards.ts';
import { holdText } from '../db/repositories/texts.ts';
import { textSources } from '../db/schema/text-sources.ts';
import { rightOnBoard } from '../document-access.ts';
import { readBoardIn } from './boards.ts';
import { defineCommand } from './command.ts';
import { idInput } from './suggestion-input.ts';
import { placeOfText } from './text-places.ts';

/**
 * Takes areas and clusters of a board into a text of the same process: each becomes a heading at its end, if so wished with its cards below
 * it, and the heading knows from which cards it came. Whoever does it writes the text and reads the board.
 */
export const takeFromBoard = defineCommand({
	name: 'take-from-board',
	right: 'text.write',
	input: v.object({
		textId: idInput,
		boardId: idInput,
		elementIds: v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.minLength(1), v.maxLength(mostTaken)),
		withCards: v.boolean()
	}),
	place: placeOfText,
	async run(ctx, { textId, boardId, elementIds, withCards }) {
		const { tx, tenantId, actor, now: createdAt } = ctx;
		invariant(actor.kind === 'person', 'the right needs a person');
		const text = await holdText(tx, tenantId, textId);
		const board = await findBoard(tx, tenantId, boardId);
		if (!text) return refuse({ code: 'thing.not-found', kind: 'text' });
		if (board?.processId !== text.processId) return refuse({ code: 'thing.not-found', kind: 'board' });
		const name = formatDocumentName({ kind: 'text', id: textId });
		if (text.state === 'frozen') return refuse({ code: 'document.frozen', document: name });
		if ((await rightOnBoard(tx, actor, boardId, 'cards')) === 'none')
			return refuse({ code: 'right.missing', action: 'board.read' });
		const wanted = new Set(elementIds);
		const groups = cardGroups((await readBoardIn(ctx, boardId)).board).filter(({ id }) => wanted.has(id));
		if (groups.length === 0) return refuse({ code: 'thing.not-found', kind: 'card' });
		const size = groups.reduce((sum, group) => sum + 1 + group.cards.length, 0);
		if (size > mostTaken) return refuse({ code: 'text.too-many-cards', limit: mostTaken });
		const taken = groups.map((group) => ({ group, paragraphId: ctx.newId() }));
		const blocks = taken.flatMap(({ group, paragraphId }) => blocksOf(group, paragraphId, withCards));
		const written = await ctx.changeDocuments([name], (docOf) => ok(appendBlocks(docOf(name), blocks, ctx.newId)));
		if (!written.ok) return written;
		await tx.insert(textSources).values(
			taken.map(({ group, paragraphId }) => ({
				...{ tenantId, id: ctx.newId(), createdAt, textId, paragraphId, boardId, elementId: group.id },
				cardIds: group.cards.map(({ id }) => id)
			}))
		);
		return ok({ headings: taken.map(({ paragraphId }) => paragraphId) });
	},
	audit: ({ textId, boardId }, { headings }) => ({
		entity: 'text',
		entityId: textId,
		facts: { boardId, headings: headings.length }
	})
});

/** A heading with what is to stand below it: the cards as a list, or a line to write on. */
function blocksOf({ title, cards }: CardGroup, paragraphId: string, withCards: boolean): DocNode[] {
	const words = normaliseLine(title);
	const heading: DocNode = {
		type: 'heading',
		attrs: { id: paragraphId, level: 2 },
		...(words !== '' && { content: [{ type: 'text', text: words }] })
	};
	const said = cards.map(({ text }) => normaliseLine(text)).filter((line) => line !== '');
	return [heading, withCards && said.length > 0 ? list('bulletList', said) : paragraph()];
}
