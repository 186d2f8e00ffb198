import * as v from 'valibot';
import { editText } from '#board/operations/edit-text.ts';
import { ok } from '#domain/result.ts';
import { clusterInput, clusterToChange, orderCards } from './clusters.ts';
import { defineCommand } from './command.ts';
import { placeOfSession } from './session-places.ts';

/** Gives a cluster another name. One whose name is locked is renamed by facilitators only. */
export const renameCluster = defineCommand({
	name: 'rename-cluster',
	right: 'cards.arrange',
	input: v.object({
		sessionId: clusterInput.sessionId,
		clusterId: clusterInput.cluster,
		title: clusterInput.title
	}),
	place: placeOfSession,
	run: (ctx, { sessionId, clusterId, title }) =>
		orderCards(ctx, sessionId, (ordering) => {
			const cluster = clusterToChange(ordering, clusterId);
			if (!cluster.ok) return cluster;
			const renamed = editText(ordering.docs, clusterId, { after: title }, ordering.origin);
			return renamed.ok ? ok({ clusterId }) : renamed;
		}),
	audit: ({ sessionId }, { clusterId }) => ({ entity: 'session', entityId: sessionId, facts: { clusterId } })
});
