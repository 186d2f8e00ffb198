import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { ok } from '#domain/result.ts';
import { readWifi } from '#domain/processes/wifi.ts';
import { processes } from '../db/schema/processes.ts';
import { liveSessions } from '../db/schema/sessions.ts';
import { defineCommand } from './command.ts';
import { placeOfProcess } from './process-places.ts';

/** Says which network guests join, for posters and projectors; an empty name takes it away. */
export const setWifi = defineCommand({
	name: 'set-wifi',
	right: 'process.manage',
	input: v.object({
		processId: v.pipe(v.string(), v.uuid()),
		name: v.pipe(v.string(), v.maxLength(200)),
		password: v.pipe(v.string(), v.maxLength(200))
	}),
	place: placeOfProcess,
	async run({ tx, tenantId, announce }, { processId, name, password }) {
		const wifi = readWifi(name, password);
		if (!wifi.ok) return wifi;
		await tx
			.update(processes)
			.set({ wifi: wifi.value })
			.where(and(eq(processes.tenantId, tenantId), eq(processes.id, processId)));
		const sessions = await tx
			.select({ sessionId: liveSessions.id })
			.from(liveSessions)
			.where(and(eq(liveSessions.tenantId, tenantId), eq(liveSessions.processId, processId)));
		for (const { sessionId } of sessions) announce({ kind: 'session.changed', sessionId });
		return ok({ processId, known: wifi.value !== null });
	},
	audit: ({ processId }, { known }) => ({ entity: 'process', entityId: processId, facts: { wifi: known } })
});
