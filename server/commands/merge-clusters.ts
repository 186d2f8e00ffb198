import * as v from 'valibot';
import { deleteElements } from '#board/operations/delete-elements.ts';
import { emptyInto } from '#board/operations/move-to-cluster.ts';
import { ok, refuse } from '#domain/result.ts';
import { areaThatLives, clusterInput, clusterToChange, orderCards } from './clusters.ts';
import { defineCommand } from './command.ts';
import { placeOfSession } from './session-places.ts';

/** Brings two clusters together: the cards of one come into the other, each as it is; the emptied one goes into the bin. */
export const mergeClusters = defineCommand({
	name: 'merge-clusters',
	right: 'cards.arrange',
	input: v.object({
		sessionId: clusterInput.sessionId,
		clusterId: clusterInput.cluster,
		/** Whose name stays. */
		into: clusterInput.cluster
	}),
	place: placeOfSession,
	run: (ctx, { sessionId, clusterId, into }) =>
		orderCards(ctx, sessionId, (ordering) => {
			const { docs, board, by, at, origin } = ordering;
			const emptied = clusterToChange(ordering, clusterId);
			if (!emptied.ok) return emptied;
			if (areaThatLives(board, into) === null || into === clusterId) return refuse({ code: 'cluster.gone' });
			const moved = emptyInto(docs, clusterId, into, origin);
			if (!moved.ok) return moved;
			const binned = deleteElements(docs, [clusterId], { by, at, why: 'merged' }, origin);
			return binned.ok ? ok({ clusterId: into }) : binned;
		}),
	audit: ({ sessionId, clusterId }, { clusterId: into }) => ({
		entity: 'session',
		entityId: sessionId,
		facts: { clusterId, into }
	})
});
