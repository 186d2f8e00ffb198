import * as v from 'valibot';
import { ok, refuse } from '#domain/result.ts';
import { changesText } from '#domain/texts/amendments.ts';
import { freezeWords } from '#domain/texts/text-version.ts';
import { unaddressed } from '#text/amendments/addressed.ts';
import { assemble, inOrder } from '#text/amendments/motion.ts';
import { listVersions } from '../db/repositories/texts.ts';
import { textVersions } from '../db/schema/processes.ts';
import { sha256 } from '../ids.ts';
import { checkFit, holdOpenVersion, versionInput } from './amended-version.ts';
import { defineCommand } from './command.ts';
import { placeOfText } from './text-places.ts';

/**
 * Keeps what a version became by the motions that were accepted, in the order of votes, as the next version of the text; without any, the
 * same words with the same fingerprint. Afterwards nothing changes about the motions.
 */
export const keepResolvedText = defineCommand({
	name: 'keep-resolved-text',
	right: 'text.decide',
	input: v.object(versionInput),
	place: placeOfText,
	async run(ctx, { textId, number: amended }) {
		const { tx, tenantId, personId: createdBy, now: createdAt } = ctx;
		const held = await holdOpenVersion(ctx, textId, amended);
		if (!held.ok) return held;
		const { text, version, doc, amendments } = held.value;
		const waiting = amendments.filter(({ state }) => state === 'handed-in').length;
		if (waiting > 0) return refuse({ code: 'amendment.undecided', count: waiting });
		const fits = checkFit(doc, amendments);
		if (!fits.ok) return fits;
		const resolved = freezeWords(unaddressed(assemble(doc, amendments).doc), sha256);
		if (!resolved.ok) return resolved;
		const amendmentIds = inOrder(amendments.filter(({ state }) => changesText(state))).map(({ id }) => id);
		const [id, number] = [ctx.newId(), String((await listVersions(tx, tenantId, textId)).length + 1)];
		await tx.insert(textVersions).values({
			...{ tenantId, id, kind: text.kind, textId, number, createdBy, createdAt },
			...resolved.value,
			source: { from: 'amendments', textVersionId: version.id, amendmentIds }
		});
		ctx.announce({ kind: 'text.changed', textId });
		return ok({ textVersionId: id, kept: number, sha256: resolved.value.sha256, accepted: amendmentIds.length });
	},
	audit: ({ textId, number }, { kept, sha256, accepted }) => ({
		entity: 'text',
		entityId: textId,
		facts: { version: number, number: kept, sha256, accepted }
	})
});
