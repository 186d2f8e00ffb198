import { may } from '#domain/rights/rights.ts';
import { standingsOf } from '#server/auth/standings.ts';
import { findProcess } from '#server/db/repositories/processes.ts';
import { findStrategyCard, readSynthesis } from '#server/db/repositories/synthesis.ts';
import { notFound, requireMember, requireRight } from '#server/web/guard.ts';
import { readPause } from '#server/web/pause.ts';
import { readText } from '#server/web/read-text.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app } = event.locals;
	const { tenantId } = requireMember(event);
	const card = (await findStrategyCard(app.db, tenantId, event.params.id)) ?? notFound();
	const at = { tenantId, processId: card.processId };
	const person = await requireRight(event, 'process.read', at);
	const [process, { spaces, topics }, held, body] = await Promise.all([
		findProcess(app.db, tenantId, card.processId),
		readSynthesis(app.db, tenantId, card.processId),
		standingsOf(app.db, person, { ...at, textId: card.textId }),
		readText(app, card.textId)
	]);
	const space = spaces.find(({ id }) => id === card.actionSpaceId) ?? notFound();
	return {
		process: process ?? notFound(),
		title: space.title,
		textId: card.textId,
		pause: await readPause(event.locals, 'process.read', at),
		body,
		mayWrite: may(held, 'text.write'),
		topics: topics.filter(({ placedIn }) => placedIn.includes(space.id))
	};
};
