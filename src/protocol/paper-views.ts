import type { VersionState } from '#domain/goals/version-state.ts';
import type { PaperState, PaperType } from '#domain/papers/paper-state.ts';
import type { ConsultationRole, PublicRule } from '#domain/resolutions/consultation.ts';
import type { Outcome } from '#domain/resolutions/outcome.ts';
import type { Tally } from '#domain/resolutions/tally.ts';
import type { Doc } from '#domain/texts/doc.ts';

/** A body as the form for a consultation offers it. */
export interface BodyView {
	id: string;
	name: string;
	publicRule: PublicRule;
	/** Whether it is competent to decide. */
	decides: boolean;
}

/** A wording that never changes. */
export interface ExactText {
	id: string;
	/** Fassung 1, 2, 3 … of its text. */
	number: string;
	sha256: string;
	doc: Doc;
}

/** One stop of the Beratungsfolge. */
export interface StopView {
	id: string;
	/** Gives the order; numbers may be missing where a stop was taken out. */
	position: number;
	body: BodyView;
	meetingDate: string;
	public: boolean;
	role: ConsultationRole;
	authoritative: boolean;
	outcome: Outcome | null;
	tally: Tally | null;
	/** The wording that was resolved, where it differs from the proposal. */
	result: ExactText | null;
}

/** A paper as lists show it. */
export interface PaperSummary {
	id: string;
	subject: string;
	reference: string | null;
	year: number;
	date: string;
	state: PaperState;
	/** Where it lies: the next stop without an outcome. */
	at: { body: string; meetingDate: string } | null;
	/** What the body that decides has decided; null as long as it has not. */
	decision: Outcome | null;
}

/** A whole paper. */
export interface PaperView extends PaperSummary {
	type: PaperType;
	processId: string;
	processTitle: string;
	fileNumber: string | null;
	unit: string | null;
	proposalTextId: string;
	/** The frozen proposal; null while it is written. */
	proposal: ExactText | null;
	/** Why counts of the version that differ from the scheme were accepted at the release. */
	releaseReason: string | null;
	version: { id: string; label: string; systemName: string; state: VersionState } | null;
	/** The version of a text that it proposes instead of one of a goal system. */
	text: { textId: string; title: string; number: string } | null;
	stops: StopView[];
}

/** That a body has resolved a version of a text. */
export interface TextResolution {
	paperId: string;
	reference: string | null;
	year: number;
	/** Fassung 1, 2, 3 … of the text. */
	number: string;
	body: string;
	/** The day of the sitting, 2026-12-16. */
	date: string;
	/** Whether the body has changed the words; then they stand in the paper. */
	amended: boolean;
}
