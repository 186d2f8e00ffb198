import { expect, test } from 'vitest';
import { commands } from '../commands/commands.ts';
import { openApi } from './openapi.ts';

test('every command is described with the schema that checks its input', () => {
	const { paths } = openApi('http://127.0.0.1:3000');
	expect(Object.keys(paths).sort()).toEqual(
		Object.keys(commands)
			.map((name) => `/commands/${name}`)
			.sort()
	);
	const { post } = paths['/commands/submit-card']!;
	expect(post.requestBody.content['application/json'].schema).toMatchObject({
		type: 'object',
		required: ['sessionId', 'text'],
		properties: { sessionId: { format: 'uuid' } }
	});
});
