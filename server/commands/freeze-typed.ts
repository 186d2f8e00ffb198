import { ok, type Result } from '#domain/result.ts';
import { plainToDoc } from '#domain/texts/doc.ts';
import { freezeWords } from '#domain/texts/text-version.ts';
import { textVersions } from '../db/schema/processes.ts';
import { sha256 } from '../ids.ts';
import type { Context } from './context.ts';

/** Words that can be voted on and lie on no board: as an exact text, with nothing behind it. */
export interface TypedOption {
	candidateId: null;
	textVersionId: string;
	label: string;
}

/** Freezes what a facilitator has typed: a proposal, or what leaving everything as it is is called. */
export async function freezeTyped(ctx: Context, words: readonly string[]): Promise<Result<TypedOption[]>> {
	const { tx, tenantId, now: createdAt } = ctx;
	const frozen: TypedOption[] = [];
	for (const one of words) {
		const text = freezeWords(plainToDoc(one), sha256);
		if (!text.ok) return text;
		const textVersionId = ctx.newId();
		await tx.insert(textVersions).values({
			tenantId,
			id: textVersionId,
			kind: 'candidate',
			...text.value,
			source: { from: 'typed' },
			createdBy: ctx.personId,
			createdAt
		});
		frozen.push({ candidateId: null, textVersionId, label: text.value.plain });
	}
	return ok(frozen);
}
