import { and, eq, gt, lt, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { mayEditPaper } from '#domain/papers/paper-state.ts';
import { checkChain, consultationRoles, nextStop } from '#domain/resolutions/consultation.ts';
import { mayComeBack } from '#domain/resolutions/outcome.ts';
import { invariant, ok, refuse, type Result } from '#domain/result.ts';
import type { BodyView, StopView } from '#protocol/paper-views.ts';
import { findBody, holdPaper, listStops, type Paper } from '../db/repositories/papers.ts';
import { consultations } from '../db/schema/papers.ts';
import { defineCommand } from './command.ts';
import type { Context } from './context.ts';
import { placeOfPaper } from './paper-places.ts';

/**
 * Puts a stop into the Beratungsfolge: at its end while the paper is a draft; afterwards only where a body has put the
 * paper off, and then right behind that stop.
 */
export const planConsultation = defineCommand({
	name: 'plan-consultation',
	right: 'paper.write',
	input: v.object({
		paperId: v.pipe(v.string(), v.uuid()),
		bodyId: v.pipe(v.string(), v.uuid()),
		meetingDate: v.pipe(v.string(), v.maxLength(10)),
		public: v.boolean(),
		role: v.picklist(consultationRoles),
		/** Whether this stop decides; left out, it follows from the role. */
		authoritative: v.optional(v.boolean())
	}),
	place: placeOfPaper,
	async run(ctx, { paperId, bodyId, authoritative: decides, ...stop }) {
		const { tx, tenantId } = ctx;
		const paper = await holdPaper(tx, tenantId, paperId);
		invariant(paper, 'the place is a paper');
		const body = await findBody(tx, tenantId, bodyId);
		if (!body) return refuse({ code: 'consultation.body-unknown' });
		const chain = await listStops(tx, tenantId, paperId);
		const position = placeInChain(paper, chain);
		if (!position.ok) return position;
		const planned = { ...stop, authoritative: decides ?? stop.role === 'deciding', outcome: null };
		const after = chain.toSpliced(position.value, 0, { ...stopOf(body), ...planned });
		const holds = checkChain(paper.type, after.map(asRule), after.map(bodyOf));
		if (!holds.ok) return holds;
		const behind = chain[position.value - 1]?.position ?? -1;
		const consultationId = await insertBehind(ctx, paperId, behind, { bodyId, ...planned });
		return ok({ consultationId, position: position.value });
	},
	audit: ({ paperId, role }, { consultationId, position }) => ({
		entity: 'consultation',
		entityId: consultationId,
		facts: { paperId, role, position }
	})
});

/** Where the next stop goes, counted from 0, or why none can be added. */
function placeInChain({ state }: Paper, chain: readonly StopView[]): Result<number> {
	const editable = mayEditPaper(state);
	if (editable.ok) return ok(chain.length);
	const next = nextStop(chain) ?? chain.length;
	const last = chain[next - 1]?.outcome;
	const back = state === 'in-consultation' && last && mayComeBack(last);
	return back ? ok(next) : editable;
}

async function insertBehind(
	{ tx, tenantId, newId, now: createdAt }: Context,
	paperId: string,
	behind: number,
	stop: Omit<typeof consultations.$inferInsert, 'tenantId' | 'id' | 'paperId' | 'position' | 'createdAt'>
): Promise<string> {
	const own = and(eq(consultations.tenantId, tenantId), eq(consultations.paperId, paperId));
	// Positions are unique at every moment, so those behind the new stop step aside below zero first.
	await tx
		.update(consultations)
		.set({ position: sql`-${consultations.position} - 1` })
		.where(and(own, gt(consultations.position, behind)));
	const id = newId();
	await tx.insert(consultations).values({ tenantId, id, paperId, position: behind + 1, createdAt, ...stop });
	await tx
		.update(consultations)
		.set({ position: sql`-${consultations.position}` })
		.where(and(own, lt(consultations.position, 0)));
	return id;
}

const stopOf = (body: BodyView) => ({ id: '', position: 0, body, tally: null, result: null });
const asRule = ({ body, ...stop }: StopView) => ({ ...stop, bodyId: body.id });
const bodyOf = ({ body }: StopView): BodyView => body;
