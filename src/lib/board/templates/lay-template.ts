import { placedOf } from '#board/clip.ts';
import type { TemplateView } from '#protocol/template-views.ts';
import * as m from '#paraglide/messages.js';
import type { Desk } from '../desk.svelte.ts';
import { bringPictures } from '../place-picture.ts';
import { fetchPlan } from './board-templates.ts';

/** Lays a template beside what is on the board and leads to its first area. */
export async function layTemplate(desk: Desk, view: TemplateView): Promise<void> {
	const plan = await fetchPlan(desk.boardId, view);
	if (!plan) return desk.announcer.say(m.board_said_no_network());
	await bringPictures(desk, plan.scaffold);
	// Meanwhile somebody may have taken the right away.
	if (!desk.rights.mayScaffold) return desk.announcer.say(m.board_said_not_allowed());
	const ids = desk.tell(desk.actions.layPlan(plan));
	if (!ids) return;
	const first = plan.scaffold.find(({ type }) => type === 'area') ?? placedOf(plan.scaffold)[0];
	const shown = ids.get(first?.id ?? '');
	if (shown) desk.goTo(shown);
	desk.announcer.say(m.kinds_said_template({ title: view.title }));
}
