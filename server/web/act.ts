import { fail, type ActionFailure } from '@sveltejs/kit';
import type { GenericSchema } from 'valibot';
import type { Problem } from '#domain/problems.ts';
import type { App } from '../app.ts';
import type { Actor } from '../auth/actor.ts';
import type { Command } from '../commands/command.ts';

/** The HTTP status that fits a refusal. */
export function statusOf(problem: Problem): number {
	if (problem.code === 'right.not-signed-in') return 401;
	if (problem.code.startsWith('right.') || problem.code === 'session.removed') return 403;
	if (problem.code === 'thing.not-found' || problem.code === 'session.code-unknown') return 404;
	if (problem.code === 'thing.changed-meanwhile') return 409;
	if (problem.code === 'login.too-many-tries') return 429;
	return 400;
}

/** Carries out a command for a form: its value, or a failure that the page shows in words. */
export async function act<Schema extends GenericSchema, Output>(
	locals: { app: App; actor: Actor },
	command: Command<Schema, Output>,
	input: unknown,
	key?: string
): Promise<{ ok: true; value: Output } | { ok: false; failure: ActionFailure<{ problem: Problem }> }> {
	const result = await locals.app.execute(command, locals.actor, input, key);
	if (result.ok) return result;
	return { ok: false, failure: fail(statusOf(result.problem), { problem: result.problem }) };
}
