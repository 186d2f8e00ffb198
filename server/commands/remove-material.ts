import { and, eq, isNull } from 'drizzle-orm';
import * as v from 'valibot';
import { ok, refuse } from '#domain/result.ts';
import { materials } from '../db/schema/materials.ts';
import { defineCommand } from './command.ts';
import { placeOfMaterial } from './material-places.ts';

/** Takes a file out of a process: nobody can open it any more. Cards that were made from it stay on their boards. */
export const removeMaterial = defineCommand({
	name: 'remove-material',
	right: 'material.keep',
	input: v.object({ materialId: v.pipe(v.string(), v.uuid()) }),
	place: placeOfMaterial,
	async run({ tx, tenantId, now }, { materialId }) {
		const removed = await tx
			.update(materials)
			.set({ removedAt: now })
			.where(and(eq(materials.tenantId, tenantId), eq(materials.id, materialId), isNull(materials.removedAt)))
			.returning({ id: materials.id });
		return removed.length > 0 ? ok({ materialId }) : refuse({ code: 'thing.not-found', kind: 'material' });
	},
	audit: ({ materialId }) => ({ entity: 'material', entityId: materialId })
});
