import { fail, redirect } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import { createProcess } from '#server/commands/create-process.ts';
import { act, keyOf } from '#server/web/act.ts';
import { requireMember, requireRight } from '#server/web/guard.ts';
import { getLocale } from '#paraglide/runtime.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { tenantId } = requireMember(event);
	await requireRight(event, 'process.create', { tenantId });
	return { key: randomUUID() };
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const form = await request.formData();
		const typed = Object.fromEntries(
			['title', 'template', 'startsOn', 'endsOn', 'groups', 'question'].map((name) => [
				name,
				String(form.get(name) ?? '')
			])
		);
		const { startsOn, endsOn, ...rest } = typed;
		const asked = { ...rest, startsOn: startsOn || undefined, endsOn: endsOn || undefined, language: getLocale() };
		const created = await act(locals, createProcess, asked, keyOf(form));
		if (!created.ok) return fail(created.failure.status, { ...created.failure.data, typed });
		const { processId, groups } = created.value;
		redirect(303, groups > 0 ? `/p/${processId}/groups` : `/p/${processId}`);
	}
};
