import type { LevelScheme } from '#domain/goals/level-scheme.ts';
import type { LineageStatus } from '#domain/goals/lineage.ts';
import type { Link } from '#domain/goals/placement.ts';
import type { Direction, Operator } from '#domain/goals/target.ts';
import type { VersionState } from '#domain/goals/version-state.ts';

/** A version of a goal system as lists name it. */
export interface VersionSummary {
	id: string;
	goalSystemId: string;
	label: string;
	state: VersionState;
	periodFrom: string;
	periodTo: string;
	/** When the competent body adopted it, in milliseconds. */
	adoptedAt: number | null;
}

/** The goals that a municipality steers by, with all versions, the newest first. */
export interface GoalSystemView {
	id: string;
	name: string;
	versions: VersionSummary[];
}

/** A figure of a goal with its target; amounts are decimal texts with a point. */
export interface IndicatorView {
	id: string;
	title: string;
	unit: string;
	direction: Direction;
	operator: Operator | null;
	target: string | null;
	target2: string | null;
	targetYear: number | null;
}

/** A goal as one version says it. */
export interface GoalView {
	itemId: string;
	levelKey: string;
	parentItemId: string | null;
	number: string;
	/** Its words; the first line is its title. */
	text: string;
	sha256: string;
	points: string[];
	status: LineageStatus;
	reason: string | null;
	leadOffice: string | null;
	horizonYear: number | null;
	budgetYear: number | null;
	/** Invented for an example, not stated in its source. */
	sample: boolean;
	/** It came from an agreement of a workshop. */
	promoted: boolean;
	indicators: IndicatorView[];
}

/** A whole version: its levels in the words of its scheme, its goals in the order of their numbers, and its links. */
export interface VersionView extends VersionSummary {
	systemName: string;
	lockVersion: number;
	scheme: LevelScheme;
	goals: GoalView[];
	links: Link[];
}

/** One goal in one of the versions that have it, for its history across years. */
export interface LineageView {
	versionId: string;
	versionLabel: string;
	versionState: VersionState;
	number: string;
	text: string;
	status: LineageStatus;
	reason: string | null;
}

/** What the responsible office last said about a goal. */
export interface LatestReport {
	periodKey: string;
	keyDate: string;
	assessment: 'secured' | 'endangered' | 'unreachable';
}
