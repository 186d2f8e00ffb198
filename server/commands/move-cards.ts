import * as v from 'valibot';
import { moveToCluster, takeFromClusters } from '#board/operations/move-to-cluster.ts';
import { ok, refuse } from '#domain/result.ts';
import { areaThatLives, clusterInput, orderCards } from './clusters.ts';
import { defineCommand } from './command.ts';
import { placeOfSession } from './session-places.ts';

/** Says to which cluster cards belong, or that they belong to none. A cluster that was dissolved meanwhile takes none. */
export const moveCards = defineCommand({
	name: 'move-cards',
	right: 'cards.arrange',
	input: v.object({
		sessionId: clusterInput.sessionId,
		elementIds: clusterInput.cards,
		/** Null: none. */
		clusterId: v.nullable(clusterInput.cluster)
	}),
	place: placeOfSession,
	run: (ctx, { sessionId, elementIds, clusterId }) =>
		orderCards(ctx, sessionId, ({ docs, board, unsorted, origin }) => {
			if (clusterId !== null && areaThatLives(board, clusterId) === null) return refuse({ code: 'cluster.gone' });
			const moved =
				clusterId === null
					? takeFromClusters(docs, elementIds, unsorted, origin)
					: moveToCluster(docs, elementIds, clusterId, origin);
			return moved.ok ? ok({ clusterId }) : moved;
		}),
	audit: ({ sessionId, elementIds }, { clusterId }) => ({
		entity: 'session',
		entityId: sessionId,
		facts: { clusterId, cards: elementIds.length }
	})
});
