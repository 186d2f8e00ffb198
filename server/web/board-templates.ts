import { randomBytes } from 'node:crypto';
import { isId } from '#domain/is-id.ts';
import { planFrom } from '#board/plan-format.ts';
import type { ScaffoldPlan } from '#board/scaffold-plan.ts';
import { planOfTemplate } from '#board/templates/template.ts';
import { boardTemplateNamed, boardTemplates } from '#board/templates.ts';
import type { TemplateView } from '#protocol/template-views.ts';
import type { Database } from '../db/database.ts';
import { findBoardTemplate, listBoardTemplates } from '../db/repositories/kept-templates.ts';

type Language = 'de' | 'en';

/** What an organisation can lay onto a board: what it keeps itself, and what ships. */
export async function offeredTemplates(db: Database, tenantId: string, language: Language): Promise<TemplateView[]> {
	const kept = await listBoardTemplates(db, tenantId);
	const own = kept.map(({ id, name, areas }): TemplateView => ({ key: id, title: name, areas, own: true }));
	const shipped = Object.values(boardTemplates).map(({ key, title, areas }): TemplateView => ({
		key,
		title: title[language],
		areas: areas.map((area) => area.title[language]),
		own: false
	}));
	return [...own, ...shipped];
}

/** One of them as it is laid out, or null if there is none of this key. */
export async function readTemplatePlan(
	db: Database,
	tenantId: string,
	key: string,
	language: Language
): Promise<ScaffoldPlan | null> {
	const shipped = boardTemplateNamed(key);
	if (shipped) return planOfTemplate(shipped, { language, randomBytes, random: Math.random });
	const kept = isId(key) ? await findBoardTemplate(db, tenantId, key) : null;
	return kept && planFrom(kept);
}
