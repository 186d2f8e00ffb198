import * as v from 'valibot';
import { fileKind, fileLimits, fileName } from '#domain/materials/file-kind.ts';
import { invariant, ok, refuse } from '#domain/result.ts';
import { countMaterials } from '../db/repositories/materials.ts';
import { materialBytes, materials } from '../db/schema/materials.ts';
import { sha256 } from '../ids.ts';
import { defineCommand } from './command.ts';
import { placeOfProcess } from './process-places.ts';

/** Keeps a file with a process: a table of survey results, a PDF or a picture. What it is follows from its bytes. */
export const addMaterial = defineCommand({
	name: 'add-material',
	right: 'material.keep',
	input: v.object({
		processId: v.pipe(v.string(), v.uuid()),
		name: v.string(),
		/** The bytes in base64. */
		content: v.pipe(v.string(), v.maxLength(Math.ceil((fileLimits.bytes + 1_000) / 3) * 4))
	}),
	place: placeOfProcess,
	async run(ctx, { processId, name: typed, content }) {
		const { tx, tenantId, now: createdAt, personId } = ctx;
		invariant(personId, 'only a person keeps files');
		const bytes = new Uint8Array(Buffer.from(content, 'base64'));
		const kind = fileKind(typed, bytes);
		if (!kind.ok) return kind;
		const name = fileName(typed);
		if (!name.ok) return name;
		if ((await countMaterials(tx, tenantId, processId)) >= fileLimits.files)
			return refuse({ code: 'material.too-many', limit: fileLimits.files });
		const id = ctx.newId();
		await tx.insert(materials).values({
			tenantId,
			id,
			processId,
			name: name.value,
			kind: kind.value,
			size: bytes.length,
			sha256: sha256(bytes),
			addedBy: personId,
			createdAt
		});
		await tx.insert(materialBytes).values({ tenantId, materialId: id, bytes });
		return ok({ materialId: id, kind: kind.value, size: bytes.length });
	},
	audit: ({ processId }, { materialId, kind, size }) => ({
		entity: 'material',
		entityId: materialId,
		facts: { processId, kind, size }
	})
});
