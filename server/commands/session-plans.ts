import { planFrom } from '#board/plan-format.ts';
import { layOutPlan, type ScaffoldPlan } from '#board/scaffold-plan.ts';
import { applyTemplate } from '#board/templates/template.ts';
import { boardTemplateNamed } from '#board/templates.ts';
import { invariant } from '#domain/result.ts';
import { plainStepTitles } from '#domain/sessions/plain-step-titles.ts';
import type { AgendaEntry } from '#domain/sessions/session-template.ts';
import { sessionTemplates, type SessionTemplateKey } from '#domain/sessions/templates.ts';
import { listStepMarks, publicBoardOf } from '../db/repositories/non-public-parts.ts';
import { listSteps, type LiveSession } from '../db/repositories/sessions.ts';
import { languageOfTenant } from '../db/repositories/tenants.ts';
import { planOfBoardNow } from './board-plans.ts';
import type { Context } from './context.ts';
import type { NewSession } from './set-up-session.ts';

/** What of a session can be had again: its agenda and the scaffold of its board. Nothing in it comes from participants. */
export interface SessionPlan extends ScaffoldPlan {
	steps: readonly AgendaEntry[];
}

/** Agenda and scaffold, ready to be laid out on an empty board. */
export type ReadyPlan = Pick<NewSession, 'steps' | 'layOut'>;

/**
 * The plan of a session as it stands now. A step that was on behind closed doors only stays in it without its own words: everybody reads
 * what comes of the plan.
 */
export async function planOfSession(ctx: Context, session: LiveSession): Promise<SessionPlan> {
	const { tx, tenantId } = ctx;
	const steps = await listSteps(tx, tenantId, session.id);
	const marks = await listStepMarks(tx, tenantId, session.id);
	const language = await languageOfTenant(tx, tenantId);
	return {
		...(await planOfBoardNow(ctx, publicBoardOf(session))),
		steps: steps.map(({ id, kind, title, prompt, minutes, areaId: area, anonymous }) => ({
			...{ kind, minutes, area, anonymous },
			...(marks.get(id) === 'wholly' ? { title: plainStepTitles[kind][language], prompt: '' } : { title, prompt })
		}))
	};
}

/** The plan as a new session takes it up. */
export function takeUp({ steps, ...plan }: SessionPlan): ReadyPlan {
	return { steps, layOut: (docs, use, origin) => layOutPlan(docs, planFrom(plan), use, origin) };
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
