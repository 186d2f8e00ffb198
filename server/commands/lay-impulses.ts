import { and, eq, inArray } from 'drizzle-orm';
import * as v from 'valibot';
import { layImpulses as layOnBoard } from '#board/operations/lay-impulses.ts';
import { Origin } from '#board/shape.ts';
import { impulseTexts } from '#domain/materials/impulse-texts.ts';
import { ok, refuse } from '#domain/result.ts';
import { bytesOf, evidenceArea, findMaterial } from '../db/repositories/materials.ts';
import { impulseCards } from '../db/schema/materials.ts';
import { boards } from '../db/schema/processes.ts';
import { liveSessions } from '../db/schema/sessions.ts';
import { sha256 } from '../ids.ts';
import { readTable } from '../imports/read-table.ts';
import { changeBoard } from './boards.ts';
import { defineCommand } from './command.ts';
import type { Context } from './context.ts';
import { placeOfMaterial } from './material-places.ts';

const column = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(50));
const words = {
	de: { source: 'Quelle', area: 'Impulse' },
	en: { source: 'Source', area: 'Evidence' }
};

/**
 * Lays the rows of a table as locked cards onto boards of its process, each with its source. What already lies on a board with the
 * same words is not laid again, so that doing it twice does no harm.
 */
export const layImpulses = defineCommand({
	name: 'lay-impulses',
	right: 'material.keep',
	input: v.object({
		materialId: v.pipe(v.string(), v.uuid()),
		boardIds: v.pipe(v.array(v.pipe(v.string(), v.uuid())), v.minLength(1), v.maxLength(50)),
		/** Whether the first row holds the heads of the columns. */
		heads: v.boolean(),
		textColumn: column,
		shareColumn: v.optional(v.nullable(column), null),
		source: v.string(),
		language: v.optional(v.picklist(['de', 'en']), 'de')
	}),
	place: placeOfMaterial,
	async run(ctx, { materialId, boardIds, heads, textColumn, shareColumn, source, language }) {
		const { tx, tenantId } = ctx;
		const material = await findMaterial(tx, tenantId, materialId);
		if (!material) return refuse({ code: 'thing.not-found', kind: 'material' });
		if (material.kind !== 'table') return refuse({ code: 'table.unreadable' });
		const chosen = await boardsOf(ctx, material.processId, boardIds);
		if (chosen.length < new Set(boardIds).size) return refuse({ code: 'thing.not-found', kind: 'board' });
		const table = readTable(await bytesOf(tx, tenantId, materialId), heads);
		if (!table.ok) return table;
		const texts = impulseTexts(
			table.value.rows,
			{ text: textColumn, share: shareColumn, source },
			words[language].source
		);
		if (!texts.ok) return texts;
		let laid = 0;
		for (const boardId of chosen) {
			const areaId = await evidenceArea(tx, tenantId, boardId);
			const cards = texts.value.map((text) => ({ id: idFor(boardId, text), text }));
			const newArea = { id: idFor(boardId, 'area'), title: words[language].area };
			// The document knows the file by its id, and nobody who laid the cards.
			const fresh = await changeBoard(ctx, boardId, (docs) =>
				layOnBoard(docs, { cards, by: materialId, areaId, newArea }, new Origin('server'), Math.random)
			);
			if (!fresh.ok) return fresh;
			laid += fresh.value.length;
			if (fresh.value.length > 0)
				await tx
					.insert(impulseCards)
					.values(fresh.value.map((elementId) => ({ tenantId, boardId, elementId, materialId, createdAt: ctx.now })))
					.onConflictDoNothing();
		}
		await tellSessionsOn(ctx, chosen);
		return ok({ laid, there: texts.value.length * chosen.length - laid, boards: chosen.length });
	},
	audit: ({ materialId }, { laid, boards }) => ({ entity: 'material', entityId: materialId, facts: { laid, boards } })
});

/** The same words on the same board have the same id; that makes laying them twice harmless. */
const idFor = (boardId: string, text: string): string => `i${sha256(`${boardId} ${text}`).slice(0, 23)}`;

/** Those of the boards that belong to the process and can be changed. */
async function boardsOf({ tx, tenantId }: Context, processId: string, ids: readonly string[]): Promise<string[]> {
	const found = await tx
		.select({ id: boards.id })
		.from(boards)
		.where(and(eq(boards.tenantId, tenantId), eq(boards.processId, processId), inArray(boards.id, [...ids])));
	return found.map(({ id }) => id);
}

async function tellSessionsOn(ctx: Context, boardIds: readonly string[]): Promise<void> {
	const found = await ctx.tx
		.select({ id: liveSessions.id })
		.from(liveSessions)
		.where(and(eq(liveSessions.tenantId, ctx.tenantId), inArray(liveSessions.boardId, [...boardIds])));
	for (const { id } of found) ctx.announce({ kind: 'session.changed', sessionId: id });
}
