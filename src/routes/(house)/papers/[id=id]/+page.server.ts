import { fail, redirect, type ActionFailure } from '@sveltejs/kit';
import { missingForRelease } from '#domain/goals/release.ts';
import { lacksOf } from '#domain/papers/paper-release.ts';
import { mayComeBack } from '#domain/resolutions/outcome.ts';
import { nextStop } from '#domain/resolutions/consultation.ts';
import type { Problem } from '#domain/problems.ts';
import { may } from '#domain/rights/rights.ts';
import { docToPlain } from '#domain/texts/doc.ts';
import type { PaperView } from '#protocol/paper-views.ts';
import { toLines } from '#text/lines.ts';
import type { App } from '#server/app.ts';
import { standingsOf } from '#server/auth/standings.ts';
import { givePaperNumber } from '#server/commands/give-paper-number.ts';
import { draftOf, releaseItems } from '#server/commands/paper-lacks.ts';
import { planConsultation } from '#server/commands/plan-consultation.ts';
import { changedGoals, goalsLeftOut } from '#server/commands/proposal-text.ts';
import { recordOutcome } from '#server/commands/record-outcome.ts';
import { releasePaper } from '#server/commands/release-paper.ts';
import { removeConsultation } from '#server/commands/remove-consultation.ts';
import { findResolvedVersion } from '#server/db/repositories/amendments.ts';
import { readVersion } from '#server/db/repositories/goals.ts';
import { currentWording, findPaper, listConsultingBodies } from '#server/db/repositories/papers.ts';
import { act } from '#server/web/act.ts';
import { readLiveVariants, readVariants } from '#server/web/amendments.ts';
import { notFound, requireMember, requireRight } from '#server/web/guard.ts';
import { readPause } from '#server/web/pause.ts';
import { readText } from '#server/web/read-text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app } = event.locals;
	const { tenantId } = requireMember(event);
	const person = await requireRight(event, 'paper.read', { tenantId });
	const paper = (await findPaper(app.db, tenantId, event.params.id)) ?? notFound();
	const held = await standingsOf(app.db, person, { tenantId, processId: paper.processId });
	const [draft, mayWrite, mayRecord] = [paper.state === 'draft', may(held, 'paper.write'), may(held, 'outcome.record')];
	const travels = paper.state === 'released' || paper.state === 'in-consultation' || paper.state === 'decided';
	const next = nextStop(paper.stops) ?? paper.stops.length;
	const last = paper.stops[next - 1];
	const comesBack = paper.state === 'in-consultation' && last?.outcome ? mayComeBack(last.outcome) : false;
	const plans = mayWrite && (draft || comesBack);
	const bodies = plans ? await listConsultingBodies(app.db, tenantId) : [];
	const wording = await currentWording(
		app.db,
		{ tenantId, proposalVersionId: paper.proposal?.id ?? null },
		paper.stops
	);
	return {
		pause: await readPause(event.locals, 'paper.read', { tenantId, processId: paper.processId }),
		paper,
		variants: wording ? await readVariants(app.db, { tenantId, id: paper.proposalTextId }, wording) : [],
		mayWrite,
		mayRelease: may(held, 'paper.release'),
		nextId: travels ? (paper.stops[next]?.id ?? null) : null,
		plan: plans
			? {
					bodies,
					body: bodies.find(({ id }) => id === event.url.searchParams.get('body')) ?? null,
					earliest: (draft ? paper.stops.at(-1) : last)?.meetingDate ?? null,
					again: comesBack
				}
			: null,
		record:
			mayRecord && travels && wording
				? {
						lines: toLines(wording.doc),
						amended: await findResolvedVersion(app.db, tenantId, paper.proposalTextId, wording.id)
					}
				: null,
		draft: draft ? await readDraft(app, tenantId, paper) : null
	};
};

/** What a draft says at this moment, what it still lacks, and where it differs from the goal system. */
async function readDraft(app: App, tenantId: string, paper: PaperView) {
	const body = await readText(app, paper.proposalTextId);
	const version = paper.version && (await readVersion(app.db, tenantId, paper.version.id));
	const items = version ? releaseItems(version.goals) : [];
	return {
		body,
		variants: await readLiveVariants(app.db, { tenantId, id: paper.proposalTextId }, body),
		lacks: lacksOf(draftOf(paper, docToPlain(body))),
		missing: version ? missingForRelease(version.scheme, items) : [],
		goals: version?.goals.map(({ itemId, number, text }) => ({ itemId, number, text })) ?? [],
		changed: version ? changedGoals(version, body).map(({ goal, text }) => ({ number: goal.number, text })) : [],
		leftOut: version ? goalsLeftOut(version, body).map(({ number, text }) => ({ number, text })) : []
	};
}

type Part = 'number' | 'plan' | 'chain' | 'release' | 'record';
type Refused = ActionFailure<{ problem: Problem }>;

/** Says at which part of the page a refusal belongs, and gives back what was typed. */
const refusedAt = (at: Part, { status, data }: Refused, typed: Record<string, string> = {}) =>
	fail(status, { problem: data.problem, at, typed });
const fields = async (request: Request) => Object.fromEntries(await request.formData()) as Record<string, string>;
const votes = (typed: string | undefined) => (typed?.trim() ? Number(typed) : null);

export const actions: Actions = {
	number: async ({ locals, params, request }) => {
		const { reference } = await fields(request);
		const given = await act(locals, givePaperNumber, { paperId: params.id, reference });
		if (!given.ok) return refusedAt('number', given.failure);
		redirect(303, `/papers/${params.id}`);
	},
	plan: async ({ locals, params, request }) => {
		const { bodyId, meetingDate, public: open, role } = await fields(request);
		const stop = { paperId: params.id, bodyId, meetingDate, public: open === 'true', role };
		const planned = await act(locals, planConsultation, stop);
		if (!planned.ok) return refusedAt('plan', planned.failure);
		redirect(303, `/papers/${params.id}#add-stop`);
	},
	remove: async ({ locals, params, request }) => {
		const { consultationId } = await fields(request);
		const removed = await act(locals, removeConsultation, { consultationId });
		if (!removed.ok) return refusedAt('chain', removed.failure);
		redirect(303, `/papers/${params.id}#chain`);
	},
	release: async ({ locals, params, request }) => {
		const { reason } = await fields(request);
		const released = await act(locals, releasePaper, { paperId: params.id, reason });
		if (!released.ok) return refusedAt('release', released.failure);
		redirect(303, `/papers/${params.id}`);
	},
	record: async ({ locals, params, request }) => {
		const typed = await fields(request);
		const { consultationId, outcome, resultText, amendedVersionId } = typed;
		const counts = [votes(typed.yes), votes(typed.no), votes(typed.abstain)];
		const [yes, no, abstain] = counts.map((count) => count ?? 0);
		const tally = counts.some((count) => count !== null) ? { yes, no, abstain } : undefined;
		const words = amendedVersionId ? { amendedVersionId } : { resultText };
		const input = { consultationId, outcome, tally, ...(outcome === 'amended' && words) };
		const recorded = await act(locals, recordOutcome, input);
		if (!recorded.ok) return refusedAt('record', recorded.failure, typed);
		redirect(303, `/papers/${params.id}#chain`);
	}
};
