import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { newElementId } from '#board/ids.ts';
import { makeCluster } from '#board/operations/make-cluster.ts';
import { ok } from '#domain/result.ts';
import { clusterInput, orderCards } from './clusters.ts';
import { defineCommand } from './command.ts';
import { placeOfSession } from './session-places.ts';

/** Makes a cluster of cards, wherever they lie. Out of some cards of one cluster, it parts that in two. */
export const groupCards = defineCommand({
	name: 'group-cards',
	right: 'cards.arrange',
	input: v.object({
		sessionId: clusterInput.sessionId,
		elementIds: clusterInput.cards,
		title: clusterInput.title
	}),
	place: placeOfSession,
	run: (ctx, { sessionId, elementIds, title }) =>
		orderCards(ctx, sessionId, ({ docs, by, area, origin }) => {
			const clusterId = newElementId(randomBytes);
			const cluster = { id: clusterId, title, by, cards: elementIds, within: area };
			const made = makeCluster(docs, cluster, origin, Math.random);
			return made.ok ? ok({ clusterId }) : made;
		}),
	audit: ({ sessionId, elementIds }, { clusterId }) => ({
		entity: 'session',
		entityId: sessionId,
		facts: { clusterId, cards: elementIds.length }
	})
});
