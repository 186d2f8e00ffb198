import * as v from 'valibot';
import { isElementId } from '#board/ids.ts';
import { areasOfPlan } from '#board/scaffold-plan.ts';
import { invariant, ok, refuse } from '#domain/result.ts';
import { templateLimits } from '#domain/sessions/template-name.ts';
import { boardTemplates } from '../db/schema/kept-templates.ts';
import { planOfBoardNow } from './board-plans.ts';
import { auditOf, ofBoard, placeOfWritten } from './checkpoint-places.ts';
import { defineCommand } from './command.ts';
import { keepNamed, nameInput, ofBoards } from './kept-templates.ts';

/**
 * Keeps the scaffold of a board, or some of its areas with what lies in them, as a template of the organisation. It is read here and
 * not taken from who asks, and stays as it is, whatever becomes of the board.
 */
export const saveBoardTemplate = defineCommand({
	name: 'save-board-template',
	right: 'board-template.keep',
	input: v.object({
		...ofBoard,
		name: nameInput,
		/** Left out: the whole board. */
		areas: v.optional(v.pipe(v.array(v.custom<string>(isElementId, 'id')), v.minLength(1), v.maxLength(500)))
	}),
	place: placeOfWritten,
	async run(ctx, { boardId, name, areas }) {
		const { tx, tenantId, personId: createdBy, now: createdAt, place } = ctx;
		const { processId } = place;
		invariant(processId && createdBy, 'the place is a board, and only a person has this right');
		const plan = await planOfBoardNow(ctx, boardId, areas);
		const limit = templateLimits.things;
		if (plan.scaffold.length === 0) return refuse({ code: 'template.empty' });
		if (plan.scaffold.length > limit) return refuse({ code: 'template.too-large', limit });
		return keepNamed(ctx, ofBoards, name, async (named) => {
			const templateId = ctx.newId();
			const kept = { ...named, ...plan, areas: areasOfPlan(plan) };
			await tx.insert(boardTemplates).values({ ...kept, tenantId, id: templateId, processId, createdBy, createdAt });
			return ok({ templateId });
		});
	},
	audit: (input, { templateId }) => ({ ...auditOf(input), facts: { templateId } })
});
