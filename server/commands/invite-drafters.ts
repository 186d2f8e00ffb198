import * as v from 'valibot';
import { ok, refuse } from '#domain/result.ts';
import { formatDocumentName } from '#protocol/document-names.ts';
import { holdText, listPossibleDrafters, setDrafters } from '../db/repositories/texts.ts';
import { defineCommand } from './command.ts';
import { placeOfText } from './text-places.ts';

/** Chooses the whole drafting group of a text: who is not among these people reads along from now on. */
export const inviteDrafters = defineCommand({
	name: 'invite-drafters',
	right: 'text.invite',
	input: v.object({
		textId: v.pipe(v.string(), v.uuid()),
		personIds: v.pipe(v.array(v.pipe(v.string(), v.uuid())), v.maxLength(200))
	}),
	place: placeOfText,
	async run(ctx, { textId, personIds }) {
		const { tx, tenantId } = ctx;
		const text = await holdText(tx, tenantId, textId);
		if (!text) return refuse({ code: 'thing.not-found', kind: 'text' });
		const chosen = [...new Set(personIds)];
		const possible = new Set((await listPossibleDrafters(tx, text)).map(({ personId }) => personId));
		if (!chosen.every((personId) => possible.has(personId))) return refuse({ code: 'thing.not-found', kind: 'person' });
		await setDrafters(tx, tenantId, textId, chosen);
		ctx.announce({ kind: 'access.changed', documentPrefix: formatDocumentName({ kind: 'text', id: textId }) });
		return ok({ drafters: chosen.length });
	},
	audit: ({ textId }, { drafters }) => ({ entity: 'text', entityId: textId, facts: { drafters } })
});
