import * as v from 'valibot';
import { ok, refuse, type Result } from '#domain/result.ts';
import { isVariant, variantOf } from '#domain/texts/variants.ts';
import { addressed } from '#text/amendments/addressed.ts';
import { assemble } from '#text/amendments/motion.ts';
import type { Doc } from '#domain/texts/doc.ts';
import { findResolvedVersion, holdAmendments, type AmendmentRow } from '../db/repositories/amendments.ts';
import { findVersion, holdText, type FrozenVersion, type LiveText } from '../db/repositories/texts.ts';
import type { Context } from './context.ts';
import { idInput } from './suggestion-input.ts';

/** Which version of a text motions are about. */
export const versionInput = { textId: idInput, number: v.pipe(v.string(), v.regex(/^\d{1,9}$/)) };

/** A version whose resolved text has not been kept, with its motions; nobody else changes them until the transaction ends. */
export interface OpenVersion {
	text: LiveText;
	version: FrozenVersion;
	/** Its words, in which motions find their places. */
	doc: Doc;
	amendments: AmendmentRow[];
}

/** Holds a version that can still be amended. */
export async function holdOpenVersion(ctx: Context, textId: string, number: string): Promise<Result<OpenVersion>> {
	const { tx, tenantId } = ctx;
	const text = await holdText(tx, tenantId, textId);
	const version = text && (await findVersion(tx, tenantId, textId, number));
	if (!text || !version) return refuse({ code: 'thing.not-found', kind: 'text-version' });
	if (await findResolvedVersion(tx, tenantId, textId, version.id)) return refuse({ code: 'amendment.closed' });
	const amendments = await holdAmendments(tx, tenantId, version.id);
	return ok({ text, version, doc: addressed(version.doc), amendments });
}

/** One of the motions to a version, by its id. */
export function motionIn({ amendments }: OpenVersion, amendmentId: string): Result<AmendmentRow> {
	const row = amendments.find(({ id }) => id === amendmentId);
	return row ? ok(row) : refuse({ code: 'thing.not-found', kind: 'amendment' });
}

/** Whether all that was accepted finds its place, one after the other in the order of votes. */
export function checkFit(doc: Doc, amendments: readonly AmendmentRow[]): Result<void> {
	const [number] = assemble(doc, amendments).unfit;
	if (number === undefined) return ok();
	return isVariant({ number })
		? refuse({ code: 'amendment.variant-does-not-fit', variant: variantOf(number) })
		: refuse({ code: 'amendment.does-not-fit', number });
}
