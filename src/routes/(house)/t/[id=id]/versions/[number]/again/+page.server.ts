import { redirect } from '@sveltejs/kit';
import { may } from '#domain/rights/rights.ts';
import { maySubmitAgain } from '#domain/texts/resubmission.ts';
import { standingsOf } from '#server/auth/standings.ts';
import { beginResubmittedText } from '#server/commands/begin-resubmitted-text.ts';
import { choosePassage } from '#server/commands/choose-passage.ts';
import { resubmitText } from '#server/commands/resubmit-text.ts';
import { settingOfText } from '#server/commands/text-places.ts';
import { findResubmission } from '#server/db/repositories/resubmissions.ts';
import { isResolved } from '#server/db/repositories/text-resolutions.ts';
import { findText, findVersion } from '#server/db/repositories/texts.ts';
import { act } from '#server/web/act.ts';
import { notFound, requireMember, requireRight } from '#server/web/guard.ts';
import { readPassages, readPresentedAgain } from '#server/web/resubmissions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals.app;
	requireMember(event);
	const text = (await findText(db, event.params.id)) ?? notFound();
	const { tenantId, processId } = text;
	const person = await requireRight(event, 'text.read', settingOfText(text));
	const version = (await findVersion(db, tenantId, text.id, event.params.number)) ?? notFound();
	const [held, resolved, resubmission, presented] = await Promise.all([
		standingsOf(db, person, { tenantId, processId }),
		isResolved(db, tenantId, version.id),
		findResubmission(db, tenantId, version.id),
		readPresentedAgain(db, tenantId, text.id)
	]);
	return {
		text: { id: text.id, title: text.title },
		number: version.number,
		mayDecide: may(held, 'text.resubmit'),
		settled: text.roomOf === null && maySubmitAgain(text, resolved),
		/** The newest Wiedervorlage of this version; `open` while it is being filled in. */
		resubmission: resubmission && {
			id: resubmission.id,
			open: resubmission.newTextId === null,
			passages: await readPassages(db, tenantId, resubmission)
		},
		presented: presented.filter(({ number }) => number === version.number)
	};
};

export const actions: Actions = {
	open: async ({ locals, params }) => {
		const opened = await act(locals, resubmitText, { textId: params.id, number: params.number });
		return opened.ok ? { opened: true } : opened.failure;
	},
	choose: async ({ locals, request }) => {
		const form = await request.formData();
		const chosen = await act(locals, choosePassage, {
			resubmissionId: form.get('resubmissionId'),
			passage: Number(form.get('passage')),
			choice: form.get('choice'),
			reason: form.get('reason') ?? '',
			rev: Number(form.get('rev'))
		});
		return chosen.ok ? chosen.value : chosen.failure;
	},
	begin: async ({ locals, request }) => {
		const { resubmissionId, title } = Object.fromEntries(await request.formData());
		const begun = await act(locals, beginResubmittedText, { resubmissionId, title });
		if (!begun.ok) return begun.failure;
		redirect(303, `/t/${begun.value.textId}`);
	}
};
