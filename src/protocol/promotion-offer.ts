import type { AgreementState } from '#domain/promotion/agreement.ts';
import type { VersionView } from './goal-views.ts';
import type { Hop } from './provenance.ts';

/** A draft that an agreement can be taken over into, with every number that was ever given in its goal system. */
export interface PromotionTarget {
	version: VersionView;
	usedNumbers: { levelKey: string; number: string }[];
}

/** What the form for taking over an agreement shows and offers. */
export interface PromotionOffer {
	agreement: { id: string; text: string; state: AgreementState };
	/** How it came about, from the agreement back to the session. */
	way: Hop[];
	targets: PromotionTarget[];
	/** Where it already is. */
	done: { itemId: string; number: string; versionId: string; versionLabel: string }[];
	/** The confirmed wording, where this one is superseded. */
	laterId: string | null;
}

/** What somebody has filled in, as the form holds it. */
export interface PromotionFields {
	versionId: string;
	levelKey: string;
	parentItemId: string;
	leadOffice: string;
	horizonYear: string;
	budgetYear: string;
	/** One point per line. */
	points: string;
}
