import { and, eq, isNotNull, ne, or } from 'drizzle-orm';
import { layOutPlan, planOfScaffold, type PlannedElement } from '#board/scaffold-plan.ts';
import { applyTemplate } from '#board/templates/template.ts';
import { boardTemplateNamed } from '#board/templates.ts';
import { invariant } from '#domain/result.ts';
import type { AgendaEntry } from '#domain/sessions/session-template.ts';
import { sessionTemplates, type SessionTemplateKey } from '#domain/sessions/templates.ts';
import { listSteps, type LiveSession } from '../db/repositories/sessions.ts';
import { cards, liveSessions, participants } from '../db/schema/sessions.ts';
import { readBoardIn } from './boards.ts';
import type { Context } from './context.ts';
import type { NewSession } from './set-up-session.ts';

/** What of a session can be had again: its agenda and the scaffold of its board. Nothing in it comes from participants. */
export interface SessionPlan {
	steps: readonly AgendaEntry[];
	scaffold: readonly PlannedElement[];
}

/** Agenda and scaffold, ready to be laid out on an empty board. */
export type ReadyPlan = Pick<NewSession, 'steps' | 'layOut'>;

/** The plan of a session as it stands now. */
export async function planOfSession(ctx: Context, { id, boardId }: LiveSession): Promise<SessionPlan> {
	const steps = await listSteps(ctx.tx, ctx.tenantId, id);
	const { board } = await readBoardIn(ctx, boardId);
	const contributed = await contributedTo(ctx, boardId);
	return {
		steps: steps.map(({ kind, title, prompt, minutes, areaId, anonymous }) => ({
			kind,
			title,
			prompt,
			minutes,
			area: areaId,
			anonymous
		})),
		scaffold: planOfScaffold(board, (element) => contributed.has(element.id) || contributed.has(element.by ?? ''))
	};
}

/** The plan as a new session takes it up. */
export function takeUp({ steps, scaffold }: SessionPlan): ReadyPlan {
	return { steps, layOut: (docs, use, origin) => layOutPlan(docs, scaffold, use, origin) };
}

/** The plan of a template that ships, in one language. */
export function shippedPlan(key: SessionTemplateKey, language: 'de' | 'en'): ReadyPlan {
	const template = sessionTemplates[key];
	const board = boardTemplateNamed(template.board);
	invariant(board, `the board template ${template.board} exists`);
	return {
		steps: template.steps.map(({ kind, title, prompt, minutes, area = null }) => ({
			kind,
			title: title[language],
			prompt: prompt[language],
			minutes,
			area
		})),
		layOut: (docs, use, origin) => applyTemplate(docs, board, { ...use, language }, origin)
	};
}

/** The plan with the facilitator's own question where people write first; without one the steps keep theirs. */
export function asking<Plan extends Pick<ReadyPlan, 'steps'>>(plan: Plan, question: string): Plan {
	const first = plan.steps.findIndex(({ kind }) => kind === 'collect');
	const steps = plan.steps.map((step, at) => (at === first && question ? { ...step, prompt: question } : step));
	return { ...plan, steps };
}

/** Participants who do not lead or have taken over only later, and all cards that were sent in: what is theirs stays theirs, also locked into the scaffold. */
async function contributedTo({ tx, tenantId }: Context, boardId: string): Promise<ReadonlySet<string>> {
	const here = and(eq(liveSessions.tenantId, tenantId), eq(liveSessions.boardId, boardId));
	const people = await tx
		.select({ id: participants.id })
		.from(participants)
		.innerJoin(
			liveSessions,
			and(eq(liveSessions.tenantId, participants.tenantId), eq(liveSessions.id, participants.sessionId))
		)
		.where(and(here, or(ne(participants.role, 'facilitator'), isNotNull(participants.mayLeadSince))));
	const sent = await tx
		.select({ id: cards.elementId })
		.from(cards)
		.innerJoin(liveSessions, and(eq(liveSessions.tenantId, cards.tenantId), eq(liveSessions.id, cards.sessionId)))
		.where(here);
	return new Set([...people, ...sent].map(({ id }) => id));
}
