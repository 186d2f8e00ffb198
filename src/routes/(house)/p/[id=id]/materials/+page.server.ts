import { fail, redirect } from '@sveltejs/kit';
import { fileLimits } from '#domain/materials/file-kind.ts';
import { may } from '#domain/rights/rights.ts';
import { addMaterial } from '#server/commands/add-material.ts';
import { removeMaterial } from '#server/commands/remove-material.ts';
import { listMaterials } from '#server/db/repositories/materials.ts';
import { act } from '#server/web/act.ts';
import { requireMember, requireRight } from '#server/web/guard.ts';
import { processPage } from '#server/web/process-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { process, tenantId, held, leads } = await processPage(event);
	await requireRight(event, 'material.read', { tenantId, processId: process.id });
	return {
		process,
		leads,
		materials: await listMaterials(event.locals.app.db, tenantId, process.id),
		mayKeep: may(held, 'material.keep')
	};
};

/** A form around a file is a little larger than the file. */
const largestForm = fileLimits.bytes + 64 * 1024;
const tooLarge = { code: 'material.too-large', megabytes: fileLimits.bytes / 1024 / 1024 } as const;

export const actions: Actions = {
	add: async (event) => {
		const { locals, params, request } = event;
		const tenantId = requireMember(event).tenantId;
		await requireRight(event, 'material.keep', { tenantId, processId: params.id });
		if (Number(request.headers.get('content-length')) > largestForm) return fail(413, { problem: tooLarge });
		const file = (await request.formData()).get('file');
		if (!(file instanceof File)) return fail(400, { problem: { code: 'material.empty' } as const });
		if (file.size > fileLimits.bytes) return fail(413, { problem: tooLarge });
		const content = Buffer.from(await file.arrayBuffer()).toString('base64');
		const added = await act(locals, addMaterial, { processId: params.id, name: file.name, content });
		if (!added.ok) return added.failure;
		if (added.value.kind === 'table') redirect(303, `/p/${params.id}/materials/${added.value.materialId}`);
		return { added: file.name };
	},
	remove: async ({ locals, request }) => {
		const materialId = (await request.formData()).get('materialId');
		const removed = await act(locals, removeMaterial, { materialId });
		return removed.ok ? { removed: true } : removed.failure;
	}
};
