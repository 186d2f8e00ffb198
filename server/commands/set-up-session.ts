import { randomBytes } from 'node:crypto';
import type { BoardDocs } from '#board/board-docs.ts';
import type { PlanUse } from '#board/scaffold-plan.ts';
import { Origin } from '#board/shape.ts';
import { invariant, ok, type Result } from '#domain/result.ts';
import { drawJoinCode } from '#domain/sessions/join-code.ts';
import type { AgendaEntry } from '#domain/sessions/session-template.ts';
import type { Transaction } from '../db/database.ts';
import { listGroupFacilitators } from '../db/repositories/groups.ts';
import { findSessionByCode } from '../db/repositories/sessions.ts';
import { boards } from '../db/schema/processes.ts';
import { agendaSteps, liveSessions, participants } from '../db/schema/sessions.ts';
import { newSecret } from '../ids.ts';
import { changeBoard, createBoardDocuments } from './boards.ts';
import type { Context } from './context.ts';
import { bringPictures } from './pictures.ts';
import { makeFacilitator } from './session-facilitators.ts';

/** What a session is made of. */
export interface NewSession {
	processId: string;
	bodyId: string | null;
	title: string;
	question: string;
	steps: readonly AgendaEntry[];
	/** The session of which it is a rehearsal. */
	rehearsalOf?: string;
	/** Lays the scaffold out on the empty board; answers with the ids of its areas by their names. */
	layOut(docs: BoardDocs, use: PlanUse, origin: Origin): Result<ReadonlyMap<string, string>>;
}

/** Makes a session with its board, agenda and codes. The person who makes it leads it, and whoever moderates its group. */
export async function setUpSession(
	ctx: Context,
	{ processId, bodyId, title, question, steps, rehearsalOf, layOut }: NewSession
): Promise<Result<{ sessionId: string; boardId: string }>> {
	const { tx, tenantId, now: createdAt, personId } = ctx;
	invariant(personId, 'only a person creates a session');
	const [boardId, sessionId, participantId] = [ctx.newId(), ctx.newId(), ctx.newId()];
	await tx.insert(boards).values({ tenantId, id: boardId, processId, title, createdAt });
	await createBoardDocuments(ctx, boardId);
	const use = { by: participantId, randomBytes, random: Math.random };
	const areas = await changeBoard(ctx, boardId, (docs) => layOut(docs, use, new Origin('server')));
	if (!areas.ok) return areas;
	await bringPictures(ctx, boardId);
	const code = await freeCode(tx);
	const session = { tenantId, id: sessionId, processId, bodyId, boardId, title, question, code, rehearsalOf };
	await tx.insert(liveSessions).values({ ...session, joinToken: newSecret(), createdBy: personId, createdAt });
	await tx.insert(agendaSteps).values(
		steps.map(({ area, ...step }, position) => {
			const areaId = area === null ? null : (areas.value.get(area) ?? null);
			return { ...step, areaId, tenantId, id: ctx.newId(), sessionId, position, createdAt };
		})
	);
	await tx
		.insert(participants)
		.values({ tenantId, id: participantId, sessionId, personId, role: 'facilitator', createdAt });
	for (const facilitator of bodyId ? await listGroupFacilitators(tx, tenantId, processId, bodyId) : [])
		if (facilitator !== personId) await makeFacilitator(ctx, sessionId, facilitator);
	return ok({ sessionId, boardId });
}

/** Six digits that no open session has. The unique index settles the rest. */
async function freeCode(tx: Transaction): Promise<string> {
	for (;;) {
		const code = drawJoinCode(randomBytes);
		if (!(await findSessionByCode(tx, code))) return code;
	}
}
