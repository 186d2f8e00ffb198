import { fail } from '@sveltejs/kit';
import { layImpulses } from '#server/commands/lay-impulses.ts';
import { bytesOf } from '#server/db/repositories/materials.ts';
import { findProcess, listBoards } from '#server/db/repositories/processes.ts';
import { readTable } from '#server/imports/read-table.ts';
import { act } from '#server/web/act.ts';
import { notFound } from '#server/web/guard.ts';
import { visitMaterial } from '#server/web/material-visit.ts';
import { getLocale } from '#paraglide/runtime.js';
import type { Actions, PageServerLoad } from './$types';

/** So many rows are enough to see which column says what. */
const previewRows = 8;

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals.app;
	const { tenantId, processId, id, name, kind } = await visitMaterial(event, 'material.keep');
	if (kind !== 'table') notFound();
	const heads = event.url.searchParams.get('heads') !== 'no';
	const table = readTable(await bytesOf(db, tenantId, id), heads);
	return {
		process: (await findProcess(db, tenantId, processId)) ?? notFound(),
		material: { id, name },
		heads,
		table: table.ok ? { ...table.value, rows: table.value.rows.slice(0, previewRows) } : null,
		rows: table.ok ? table.value.rows.length : 0,
		problem: table.ok ? null : table.problem,
		boards: await listBoards(db, tenantId, processId)
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = await request.formData();
		const [textColumn, share] = [Number(form.get('textColumn')), String(form.get('shareColumn') ?? '')];
		const source = String(form.get('source') ?? '');
		const boardIds = form.getAll('boardId').map(String);
		const typed = { textColumn, shareColumn: share === '' ? null : Number(share), source, boardIds };
		const heads = form.get('heads') !== 'no';
		const input = { materialId: params.material, ...typed, heads, language: getLocale() };
		const laid = await act(locals, layImpulses, input);
		if (!laid.ok) return fail(laid.failure.status, { ...laid.failure.data, typed });
		return { laid: laid.value, typed };
	}
};
