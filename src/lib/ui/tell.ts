import type { Problem } from '#domain/problems.ts';
import type { Result } from '#domain/result.ts';

/** Tells the server to do something, by the name of the command. Null says that the server was not reached. */
export async function tell<T = unknown>(command: string, input: Record<string, unknown>): Promise<Result<T> | null> {
	try {
		const answer = await fetch(`/api/v1/commands/${command}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(input)
		});
		const said = (await answer.json()) as { value?: T; problem?: Problem };
		return said.problem ? { ok: false, problem: said.problem } : { ok: true, value: said.value as T };
	} catch {
		return null;
	}
}

/** Fetches what the server has at an address. Null says that the server was not reached, or that there is nothing. */
export async function get<T>(address: string): Promise<T | null> {
	const answer = await fetch(address).catch(() => null);
	return answer?.ok ? ((await answer.json()) as T) : null;
}
