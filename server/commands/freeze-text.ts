import * as v from 'valibot';
import { refuse } from '#domain/result.ts';
import { holdText } from '../db/repositories/texts.ts';
import { defineCommand } from './command.ts';
import { freezeBody } from './freeze-body.ts';
import { placeOfText } from './text-places.ts';

/** Keeps the exact words of a text as its next version. Unless it is kept open, nobody can write to it afterwards. */
export const freezeText = defineCommand({
	name: 'freeze-text',
	right: 'text.freeze',
	input: v.object({ textId: v.pipe(v.string(), v.uuid()), keepOpen: v.boolean() }),
	place: placeOfText,
	async run(ctx, { textId, keepOpen }) {
		const text = await holdText(ctx.tx, ctx.tenantId, textId);
		if (!text) return refuse({ code: 'thing.not-found', kind: 'text' });
		return freezeBody(ctx, text, keepOpen);
	},
	audit: ({ textId, keepOpen }, { number, sha256 }) => ({
		entity: 'text',
		entityId: textId,
		facts: { number, sha256, keepOpen }
	})
});
