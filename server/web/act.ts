import { fail, type ActionFailure } from '@sveltejs/kit';
import type { GenericSchema } from 'valibot';
import type { Problem } from '#domain/problems.ts';
import type { App } from '../app.ts';
import type { Actor } from '../auth/actor.ts';
import type { Command } from '../commands/command.ts';

/** The HTTP status that fits a refusal. */
export function statusOf(problem: Problem): number {
	if (problem.code === 'right.not-signed-in') return 401;
	if (
		problem.code.startsWith('right.') ||
		problem.code === 'session.removed' ||
		problem.code === 'session.not-public' ||
		problem.code === 'session.not-admitted'
	)
		return 403;
	if (problem.code === 'thing.not-found' || problem.code === 'session.code-unknown') return 404;
	if (problem.code === 'thing.changed-meanwhile' || problem.code === 'process.paused') return 409;
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

/** What a form action gets, on a page that has an id in its address. */
export type FormEvent = { locals: { app: App; actor: Actor }; params: { id: string }; request: Request };

/**
 * A form action that carries out one command on the thing of the page. `read` says what the form holds beside the
 * page's id, which goes to the command under the name `of`; the answer is the command's own.
 */
export function deed<Schema extends GenericSchema, Output>(
	command: Command<Schema, Output>,
	of: string,
	read: (form: FormData) => Record<string, unknown> = () => ({})
) {
	return async ({ locals, params, request }: FormEvent) => {
		const form = await request.formData();
		const done = await act(locals, command, { [of]: params.id, ...read(form) }, keyOf(form));
		return done.ok ? done.value : done.failure;
	};
}

/** The key under which a form is done once, as it came back with it. */
export function keyOf(form: FormData): string | undefined {
	return String(form.get('key') ?? '').slice(0, 64) || undefined;
}
