import * as v from 'valibot';
import { changeLayer } from '#board/operations/change-layer.ts';
import { ok } from '#domain/result.ts';
import { clusterInput, clusterToChange, orderCards } from './clusters.ts';
import { defineCommand } from './command.ts';
import { placeOfSession } from './session-places.ts';

/** Locks the name of a cluster, so that only facilitators change or dissolve it, or frees it again. Cards still go in and out. */
export const lockCluster = defineCommand({
	name: 'lock-cluster',
	right: 'session.lead',
	input: v.object({
		sessionId: clusterInput.sessionId,
		clusterId: clusterInput.cluster,
		locked: v.boolean()
	}),
	place: placeOfSession,
	run: (ctx, { sessionId, clusterId, locked }) =>
		orderCards(ctx, sessionId, (ordering) => {
			const cluster = clusterToChange(ordering, clusterId);
			if (!cluster.ok) return cluster;
			const done = changeLayer(ordering.docs, [clusterId], locked ? 'scaffold' : 'cards', ordering.origin);
			return done.ok ? ok({ clusterId }) : done;
		}),
	audit: ({ sessionId, locked }, { clusterId }) => ({
		entity: 'session',
		entityId: sessionId,
		facts: { clusterId, locked }
	})
});
