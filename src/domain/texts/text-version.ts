import type { Hash } from '../hash.ts';
import { refuse, type Result } from '../result.ts';
import { canonicalJson } from './canonical-json.ts';
import { docToPlain, type Doc } from './doc.ts';
import { normaliseDoc } from './normal-doc.ts';

/** An exact wording that never changes. Everything that is voted on, promoted or decided points to one. */
export interface FrozenText {
	/** The formatted text in normal form. */
	readonly doc: Doc;
	/** Its words alone. */
	readonly plain: string;
	/** The fingerprint over the canonical JSON of `doc`. */
	readonly sha256: string;
}

/** Freezes a text: brings it into normal form and takes its fingerprint. Freezing a frozen text changes nothing. */
export function freeze(doc: Doc, hash: Hash): FrozenText {
	const normal = normaliseDoc(doc);
	return { doc: normal, plain: docToPlain(normal), sha256: hash(canonicalJson(normal)) };
}

/** The same, for a text that people are to decide about: one without words is refused with `text.empty`. */
export function freezeWords(doc: Doc, hash: Hash): Result<FrozenText> {
	const frozen = freeze(doc, hash);
	return frozen.plain === '' ? refuse({ code: 'text.empty' }) : { ok: true, value: frozen };
}

/** Whether a stored text still is what was frozen: its fingerprint, taken again, is the same. */
export function isIntact({ doc, sha256 }: Pick<FrozenText, 'doc' | 'sha256'>, hash: Hash): boolean {
	return hash(canonicalJson(doc)) === sha256;
}
