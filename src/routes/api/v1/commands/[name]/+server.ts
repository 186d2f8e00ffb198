import { json, type RequestHandler } from '@sveltejs/kit';
import type { AnyCommand } from '#server/commands/command.ts';
import { commands } from '#server/commands/commands.ts';
import { statusOf } from '#server/web/act.ts';

/** The REST door to every command: JSON in, `{ value }` or `{ problem }` out. */
export const POST: RequestHandler = async ({ params, request, locals }) => {
	const known: Record<string, AnyCommand> = commands;
	const command = Object.hasOwn(known, params.name ?? '') ? known[params.name ?? ''] : undefined;
	if (!command) return json({ problem: { code: 'thing.not-found', kind: 'command' } }, { status: 404 });
	const input: unknown = await request.json().catch(() => undefined);
	const key = request.headers.get('idempotency-key')?.slice(0, 100);
	const result = await locals.app.execute(command, locals.actor, input, key);
	if (result.ok) return json({ value: result.value ?? null });
	return json({ problem: result.problem }, { status: statusOf(result.problem) });
};
