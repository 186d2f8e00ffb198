import { fail, redirect } from '@sveltejs/kit';
import { emptyFields } from '#lib/goals/promotion-draft.ts';
import type { PromotionFields } from '#protocol/promotion-offer.ts';
import { promote } from '#server/commands/promote.ts';
import { findAgreement } from '#server/db/repositories/agreements.ts';
import { readPromotionOffer } from '#server/db/repositories/promotion-offers.ts';
import { act } from '#server/web/act.ts';
import { notFound, requireMember, requireRight } from '#server/web/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals.app;
	const { tenantId } = requireMember(event);
	if (!(await findAgreement(db, tenantId, event.params.agreementId))) notFound();
	await requireRight(event, 'goal.promote', { tenantId });
	const offer = (await readPromotionOffer(db, tenantId, event.params.agreementId)) ?? notFound();
	return { offer, fields: emptyFields(offer) };
};

export const actions: Actions = {
	/** Shows the preview to who has no JavaScript; nothing is written. */
	preview: async ({ request }) => ({ fields: fieldsOf(await request.formData()) }),
	promote: async (event) => {
		const form = await event.request.formData();
		const fields = fieldsOf(form);
		const promoted = await act(event.locals, promote, {
			agreementId: event.params.agreementId,
			versionId: fields.versionId,
			levelKey: fields.levelKey,
			parentItemId: fields.parentItemId || undefined,
			leadOffice: fields.leadOffice,
			horizonYear: numberOf(fields.horizonYear),
			budgetYear: numberOf(fields.budgetYear),
			points: fields.points
				.split('\n')
				.map((line) => line.trim())
				.filter(Boolean),
			lockVersion: Number(form.get('lockVersion'))
		});
		if (!promoted.ok) return fail(promoted.failure.status, { problem: promoted.failure.data.problem, fields });
		redirect(303, `/goals/${promoted.value.itemId}?version=${fields.versionId}&promoted`);
	}
};

function fieldsOf(form: FormData): PromotionFields {
	const field = (name: keyof PromotionFields) => String(form.get(name) ?? '');
	return {
		versionId: field('versionId'),
		levelKey: field('levelKey'),
		parentItemId: field('parentItemId'),
		leadOffice: field('leadOffice'),
		horizonYear: field('horizonYear'),
		budgetYear: field('budgetYear'),
		points: field('points')
	};
}

const numberOf = (typed: string): number | undefined => (typed.trim() === '' ? undefined : Number(typed));
