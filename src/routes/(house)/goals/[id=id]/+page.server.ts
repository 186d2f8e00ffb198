import { fail } from '@sveltejs/kit';
import { may } from '#domain/rights/rights.ts';
import type { Hop } from '#protocol/provenance.ts';
import type { LineageView } from '#protocol/goal-views.ts';
import { decimalFromTyped } from '#domain/typed-number.ts';
import { getLocale } from '#paraglide/runtime.js';
import { standingsOf } from '#server/auth/standings.ts';
import { editGoal } from '#server/commands/edit-goal.ts';
import { recordIndicator } from '#server/commands/record-indicator.ts';
import { latestReport, lineageOfItem, readVersion } from '#server/db/repositories/goals.ts';
import { verifyPromotions } from '#server/db/repositories/promotions.ts';
import { provenanceOf } from '#server/db/repositories/provenance.ts';
import { findSession } from '#server/db/repositories/sessions.ts';
import { act } from '#server/web/act.ts';
import { notFound, requireMember, requireRight } from '#server/web/guard.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals.app;
	const { tenantId } = requireMember(event);
	const person = await requireRight(event, 'goal.read', { tenantId });
	const lineage = await lineageOfItem(db, tenantId, event.params.id);
	const versionId = chooseVersion(lineage, event.url.searchParams.get('version')) ?? notFound();
	const version = (await readVersion(db, tenantId, versionId)) ?? notFound();
	const goal = version.goals.find(({ itemId }) => itemId === event.params.id) ?? notFound();
	const [{ paths }, report, held] = await Promise.all([
		provenanceOf(db, tenantId, goal.itemId),
		latestReport(db, tenantId, goal.itemId),
		standingsOf(db, person, { tenantId })
	]);
	return {
		version,
		goal,
		lineage,
		report,
		paths: await Promise.all(paths.map(async (hops) => ({ hops, opens: await whatOpens(event, hops) }))),
		chain: paths.length > 0 ? await verifyPromotions(db, tenantId) : null,
		mayEdit: version.state === 'draft' && may(held, 'goal.edit'),
		promoted: event.url.searchParams.has('promoted')
	};
};

export const actions: Actions = {
	edit: async (event) => {
		const form = await event.request.formData();
		const edited = await act(event.locals, editGoal, {
			versionId: form.get('versionId'),
			itemId: event.params.id,
			leadOffice: textOf(form, 'leadOffice') ?? null,
			horizonYear: yearOf(form, 'horizonYear') ?? null,
			contributesTo: form.getAll('contributesTo'),
			lockVersion: Number(form.get('lockVersion'))
		});
		if (edited.ok) return { saved: true };
		return fail(edited.failure.status, { ...edited.failure.data, failed: 'edit' as const });
	},
	indicator: async (event) => {
		const form = await event.request.formData();
		const amount = (name: string) => {
			const typed = textOf(form, name);
			return typed === undefined ? undefined : decimalFromTyped(typed, getLocale());
		};
		const recorded = await act(event.locals, recordIndicator, {
			versionId: form.get('versionId'),
			itemId: event.params.id,
			title: form.get('title'),
			unit: form.get('unit'),
			direction: form.get('direction'),
			operator: form.get('operator'),
			target: amount('target') ?? '',
			target2: amount('target2'),
			targetYear: yearOf(form, 'targetYear')
		});
		if (recorded.ok) return { saved: true };
		const values = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
		return fail(recorded.failure.status, { ...recorded.failure.data, failed: 'indicator' as const, values });
	}
};

/** The version that the address names, else what holds now, else the newest that has the goal. */
function chooseVersion(lineage: readonly LineageView[], wanted: string | null): string | undefined {
	if (wanted !== null) return lineage.find(({ versionId }) => versionId === wanted)?.versionId;
	return (lineage.find(({ versionState }) => versionState === 'adopted') ?? lineage[0])?.versionId;
}

/** Whether the reader may go on from the path to the session and its board. */
async function whatOpens(event: RequestEvent, hops: readonly Hop[]) {
	const { app } = event.locals;
	const person = requireMember(event);
	const hop = hops.find(({ kind }) => kind === 'session');
	const session = hop?.kind === 'session' ? await findSession(app.db, person.tenantId, hop.sessionId) : null;
	if (!session) return { session: false, board: false };
	const { tenantId, processId, id: sessionId } = session;
	const held = await standingsOf(app.db, person, { tenantId, processId, sessionId });
	return { session: may(held, 'session.read'), board: may(held, 'board.read') };
}

function textOf(form: FormData, name: string): string | undefined {
	const value = form.get(name);
	return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function yearOf(form: FormData, name: string): number | undefined {
	const typed = textOf(form, name);
	return typed === undefined ? undefined : Number(typed);
}
