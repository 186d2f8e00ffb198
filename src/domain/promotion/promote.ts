import type { LevelScheme } from '../goals/level-scheme.ts';
import { nextNumber } from '../goals/numbering.ts';
import { checkPlacement, type Placement } from '../goals/placement.ts';
import { mayEdit, type VersionState } from '../goals/version-state.ts';
import type { Hash } from '../hash.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Doc } from '../texts/doc.ts';
import { isIntact } from '../texts/text-version.ts';
import type { Agreement } from './agreement.ts';

/** An item of the target version, as far as promoting into it needs to know. */
export interface PromotionNeighbour extends Placement {
	readonly number: string;
}

/** Everything that promoting one agreement rests on. Read in the transaction that writes. */
export interface PromotionCase {
	readonly agreementId: string;
	readonly agreement: Agreement;
	/** The stored text that the agreement points to. */
	readonly text: { readonly id: string; readonly doc: Doc; readonly sha256: string };
	readonly version: { readonly id: string; readonly state: VersionState; readonly lockVersion: number };
	/** The lock that the person saw when she filled in the form. */
	readonly seenLockVersion: number;
	readonly scheme: LevelScheme;
	/** The items of the target version. */
	readonly items: readonly PromotionNeighbour[];
	/** Every number ever given on the wanted level, in all versions of the goal system. */
	readonly usedNumbers: readonly string[];
	/** The earlier promotions of this agreement. */
	readonly earlier: readonly { readonly versionId: string; readonly itemId: string }[];
	readonly wanted: {
		readonly itemId: string;
		/** `new` makes the item; `revise` gives new words to one that is in the version. */
		readonly as: 'new' | 'revise';
		readonly levelKey: string;
		readonly parentItemId: string | null;
	};
}

/** What is to be written, all in one transaction. */
export interface PromotionPlan {
	readonly createsItem: boolean;
	readonly revision: {
		readonly itemId: string;
		readonly versionId: string;
		readonly levelKey: string;
		readonly parentItemId: string | null;
		readonly number: string;
		readonly textVersionId: string;
		readonly status: 'new' | 'changed';
	};
	readonly nextLockVersion: number;
	readonly agreementState: 'promoted';
}

/**
 * Whether an agreement may be promoted into a draft version, and what to write then: the agreement stands, the version is a
 * draft that nobody changed meanwhile, the agreement is not in it yet, its text is byte for byte what was agreed, and the
 * level rules hold. A goal keeps its number when it is worded anew.
 */
export function planPromotion(facts: PromotionCase, hash: Hash): Result<PromotionPlan> {
	const free = checkStanding(facts);
	if (!free.ok) return free;
	const { agreement, text, version, scheme, items, wanted } = facts;
	const sameText = agreement.text.textVersionId === text.id && agreement.text.sha256 === text.sha256;
	if (!sameText || !isIntact(text, hash)) return refuse({ code: 'promotion.text-differs' });
	const present = items.find(({ itemId }) => itemId === wanted.itemId);
	if ((wanted.as === 'revise') !== (present !== undefined)) return refuse({ code: 'promotion.revises-unknown' });
	const { itemId, levelKey, parentItemId } = wanted;
	const level = checkPlacement(scheme, items, { itemId, levelKey, parentItemId });
	if (!level.ok) return level;
	const parentNumber = items.find((item) => item.itemId === parentItemId)?.number ?? null;
	const keepsNumber = present?.levelKey === levelKey && present.parentItemId === parentItemId;
	const number = keepsNumber ? present.number : nextNumber(level.value, parentNumber, facts.usedNumbers);
	const status = present ? 'changed' : 'new';
	return ok({
		createsItem: !present,
		revision: { itemId, versionId: version.id, levelKey, parentItemId, number, textVersionId: text.id, status },
		nextLockVersion: version.lockVersion + 1,
		agreementState: 'promoted'
	});
}

function checkStanding({ agreement, version, seenLockVersion, earlier }: PromotionCase): Result<void> {
	const before = earlier.find(({ versionId }) => versionId === version.id);
	if (before) return refuse({ code: 'promotion.already-done', itemId: before.itemId });
	if (agreement.state !== 'recorded' && agreement.state !== 'promoted')
		return refuse({ code: 'agreement.not-current', state: agreement.state });
	const editable = mayEdit(version);
	if (!editable.ok) return editable;
	return version.lockVersion === seenLockVersion
		? ok()
		: refuse({ code: 'thing.changed-meanwhile', kind: 'goal-version' });
}
