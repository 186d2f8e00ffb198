import { readSynthesis } from '#server/db/repositories/synthesis.ts';
import { processPage } from '#server/web/process-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { process, tenantId, leads } = await processPage(event);
	const { spaces, topics } = await readSynthesis(event.locals.app.db, tenantId, process.id);
	const cards = spaces.flatMap(({ id, title, definition, cardId }) => {
		const inside = topics.filter(({ placedIn }) => placedIn.includes(id));
		return cardId ? [{ id: cardId, title, definition, topics: inside.map(({ title }) => title) }] : [];
	});
	return { process, leads, cards };
};
