import type { Component } from 'svelte';
import type { BallotProps } from './ballot-props.ts';
import ConsentBallot from './ballots/ConsentBallot.svelte';
import DotBallot from './ballots/DotBallot.svelte';
import MajorityBallot from './ballots/MajorityBallot.svelte';
import PairBallot from './ballots/PairBallot.svelte';
import PointsBallot from './ballots/PointsBallot.svelte';
import RankBallot from './ballots/RankBallot.svelte';
import ResistanceBallot from './ballots/ResistanceBallot.svelte';
import ScoreBallot from './ballots/ScoreBallot.svelte';
import type { VotingMethod } from './faces.ts';

/** The ballot of each method. One without a ballot does not compile; null says that hands are counted in the room. */
export const ballots = {
	dots: DotBallot,
	points: PointsBallot,
	ranking: RankBallot,
	resistance: ResistanceBallot,
	consent: ConsentBallot,
	weighted: ScoreBallot,
	pairwise: PairBallot,
	majority: MajorityBallot,
	hand: null
} satisfies Record<VotingMethod, Component<BallotProps> | null>;

/** The ballot of a stored method; null for hands and for a method that this program does not know. */
export const ballotOf = (method: string): Component<BallotProps> | null =>
	Object.hasOwn(ballots, method) ? ballots[method as VotingMethod] : null;
