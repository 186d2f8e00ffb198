import * as v from 'valibot';
import { deleteElements } from '#board/operations/delete-elements.ts';
import { restoreElements } from '#board/operations/restore-elements.ts';
import { isCluster } from '#board/cluster.ts';
import { ok, refuse } from '#domain/result.ts';
import { clusterInput, clusterToChange, orderCards } from './clusters.ts';
import { defineCommand } from './command.ts';
import { placeOfSession } from './session-places.ts';

const input = v.object({ sessionId: clusterInput.sessionId, clusterId: clusterInput.cluster });

/** Dissolves a cluster: its frame and its name go into the bin, its cards stay on the board where they are. */
export const dissolveCluster = defineCommand({
	name: 'dissolve-cluster',
	right: 'cards.arrange',
	input,
	place: placeOfSession,
	run: (ctx, { sessionId, clusterId }) =>
		orderCards(ctx, sessionId, (ordering) => {
			const cluster = clusterToChange(ordering, clusterId);
			if (!cluster.ok) return cluster;
			const { docs, by, at, origin } = ordering;
			const binned = deleteElements(docs, [clusterId], { by, at }, origin);
			return binned.ok ? ok({ clusterId }) : binned;
		}),
	audit: ({ sessionId }, { clusterId }) => ({ entity: 'session', entityId: sessionId, facts: { clusterId } })
});

/** Takes a dissolved cluster out of the bin: it is around its cards again, except those that went elsewhere since. */
export const restoreCluster = defineCommand({
	name: 'restore-cluster',
	right: 'cards.arrange',
	input,
	place: placeOfSession,
	run: (ctx, { sessionId, clusterId }) =>
		orderCards(ctx, sessionId, ({ docs, board, leads, origin }) => {
			const cluster = board.byId.get(clusterId);
			if (!isCluster(cluster)) return refuse({ code: 'cluster.gone' });
			if (!leads && cluster.layer === 'scaffold') return refuse({ code: 'cluster.locked' });
			const back = restoreElements(docs, [clusterId], origin);
			return back.ok ? ok({ clusterId }) : back;
		}),
	audit: ({ sessionId }, { clusterId }) => ({ entity: 'session', entityId: sessionId, facts: { clusterId } })
});
