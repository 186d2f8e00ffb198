import { toJsonSchema } from '@valibot/to-json-schema';
import { commands } from '../commands/commands.ts';
import type { AnyCommand } from '../commands/command.ts';

/** The description of the REST door, made from the same schemas that check the input. */
export function openApi(address: string) {
	const paths = Object.fromEntries(
		Object.values<AnyCommand>(commands).map((command) => [`/commands/${command.name}`, { post: operation(command) }])
	);
	return {
		openapi: '3.1.0',
		info: {
			title: 'Wirkraum',
			version: '1',
			description:
				'Commands of Wirkraum. Sign in by the session cookie. A refusal is { problem: { code, … } }; the codes stand in docs/problems.md.'
		},
		servers: [{ url: `${address}/api/v1` }],
		paths
	};
}

function operation({ name, right, input }: AnyCommand) {
	return {
		operationId: name,
		summary: name.replaceAll('-', ' '),
		description: `Needs the right ${right}.`,
		parameters: [
			{
				name: 'Idempotency-Key',
				in: 'header',
				required: false,
				description: 'A key of your own: a repetition with the same key gets the first answer again.',
				schema: { type: 'string', maxLength: 100 }
			}
		],
		requestBody: {
			required: true,
			content: { 'application/json': { schema: toJsonSchema(input, { errorMode: 'ignore', typeMode: 'input' }) } }
		},
		responses: {
			200: { description: 'Done: { value }' },
			400: { description: 'Refused: { problem }' },
			401: { description: 'Not signed in: { problem }' },
			403: { description: 'Not allowed: { problem }' },
			404: { description: 'No such thing: { problem }' },
			409: { description: 'Changed meanwhile: { problem }' }
		}
	};
}
