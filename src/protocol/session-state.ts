/**
 * What a live session looks like to each kind of viewer. The server sends the whole state on connect and after every
 * change; a state with a lower `seq` than the last one is to be ignored. All moments are server time in milliseconds.
 */
import type { ArgumentKind } from '#domain/consensus/argument.ts';
import type { Outcome } from '#domain/consensus/method.ts';
import type { Wifi } from '#domain/processes/wifi.ts';
import type { Entrance } from '#domain/sessions/entrance.ts';
import type { StepKind } from '#domain/sessions/steps.ts';

/** A step as everybody may see it. */
export interface StepView {
	id: string;
	kind: StepKind;
	title: string;
	prompt: string;
	minutes: number;
	/** The area of the board in which the step works. */
	areaId: string | null;
	/** Whether nobody, not even the facilitator, sees who wrote what in it. */
	anonymous: boolean;
	revealed: boolean;
	/** Whether it was, or is, on while the session was not public: its mark on the agenda. */
	nonPublic: boolean;
}

/** A card that lies on the board. `by` is set only for the facilitator: who wrote it, or for whom it was typed. */
export interface CardView {
	elementId: string;
	text: string;
	clusterId: string | null;
	late: boolean;
	by?: string;
}

/** A locked card of the board: evidence or a question that was there before anybody wrote. */
export interface ImpulseView {
	elementId: string;
	text: string;
}

/** A cluster: an area on the board with the cards in it. */
export interface ClusterView {
	elementId: string;
	title: string;
	/** Its name is locked: only facilitators change or dissolve it. */
	locked: boolean;
	cards: number;
}

/** A cluster that was dissolved a short while ago and can be taken back. */
export interface DissolvedView {
	elementId: string;
	title: string;
	/** Who did it: a place in the session, no name. */
	participantId: string;
	/** Until when those who lead are told. */
	until: number;
}

/** A round with its rules; the result is there only once it is closed. */
export interface RoundView {
	id: string;
	stepId: string;
	question: string;
	method: string;
	params: Record<string, unknown>;
	voteClass: 'mood' | 'working-decision';
	secrecy: 'open' | 'group' | 'secret';
	/** Whether people are told that their answers will stand with their names after the close. */
	named: boolean;
	state: 'open' | 'closed' | 'cancelled';
	roundNo: number;
	/** The round that this one follows: a run-off, or the same question once more. */
	previousRoundId: string | null;
	/** How many must answer for the result to count. */
	quorum: number | null;
	/** Until when answers are taken, in milliseconds since 1970; null: until it is closed. */
	endsAt: number | null;
	cancelReason: string | null;
	options: OptionView[];
	/** How many may vote, without those who are recused. */
	eligible: number;
	recused: number;
	cast: number;
	result: RoundOutcome | null;
	/** What people said for and against the options; empty before the close. */
	arguments: ArgumentView[];
}

/** Something that speaks for or against an option. */
export interface ArgumentView {
	optionId: string;
	kind: ArgumentKind;
	text: string;
}

/** What can be voted for. */
export interface OptionView {
	id: string;
	label: string;
	textVersionId: string;
	/** It stands for leaving everything as it is. */
	passive: boolean;
	/** The card or topic that it was. */
	elementId: string | null;
	/** The measure of a joint budget that it was. */
	measureId: string | null;
}

/** A measure of the joint budget that can be voted on. */
export interface MeasureChoice {
	measureId: string;
	title: string;
	/** Some shared scenarios hold it, others do not. */
	contested: boolean;
}

/** An option whose card says something else by now than what people voted on. */
export interface DriftView {
	roundId: string;
	optionId: string;
	/** What it says now; null: it lies on the board no longer. */
	text: string | null;
}

/** What a closed round gave. */
export interface RoundOutcome {
	tally: Record<string, unknown>;
	/** Whether the proposal was accepted; null for methods that compare. */
	outcome: Outcome | null;
	/** Options about which the group is far apart. */
	contested: string[];
	/** What each group alone gave, where it is large enough to be shown; null where votes are secret. */
	byGroup: Record<string, { cast: number; tally: Record<string, unknown> }> | null;
	/** Whether enough have answered; null where no number was asked for. */
	quorate: boolean | null;
	sha256: string;
}

/** What the group agreed. */
export interface AgreementView {
	id: string;
	method: string;
	text: string;
	sha256: string;
	roundId: string | null;
	/** The option of the round that was agreed on. */
	optionId: string | null;
	basedOnId: string | null;
	state: 'recorded' | 'superseded' | 'promoted' | 'withdrawn';
	/** The live text that puts it into words, if there is one. */
	wordingTextId: string | null;
}

/** Somebody who came after a round had opened asks to vote in it: her place in the session, no name. */
export interface VoteRequestView {
	roundId: string;
	participantId: string;
	state: 'asked' | 'admitted' | 'declined';
}

/** What every viewer gets. Nothing here names a person or shows what is still hidden. */
export interface SharedState {
	seq: number;
	now: number;
	sessionId: string;
	title: string;
	question: string;
	/** Whether this is a rehearsal, in which nothing counts. */
	rehearsal: boolean;
	boardId: string;
	state: 'lobby' | 'running' | 'paused' | 'ended';
	steps: StepView[];
	currentStepId: string | null;
	timer: { endsAt: number | null; leftMs: number | null };
	/** How many participants are there, by what they say; an open screen alone does not count. */
	present: number;
	ready: number;
	/** How many cards have come in the current collect step, hidden ones included. */
	cardCount: number;
	/** Cards on the board; hidden cards are not among them. */
	cards: CardView[];
	clusters: ClusterView[];
	/** The locked cards in the area of a step in which people talk; in other steps none, unless the facilitator shows those of the board. */
	impulses: ImpulseView[];
	rounds: RoundView[];
	/** The joint budget on which people work; `rev` counts up with what others see of it. */
	budget: { id: string; title: string; rev: number } | null;
	/** Where the board has moved on since a vote. */
	drifted: DriftView[];
	agreements: AgreementView[];
	/** Whose hand is up, in the order in which they were raised: places in the session, no names. */
	hands: string[];
	/** Who has asked to vote in the round that is open, in the order of asking. */
	voteRequests: VoteRequestView[];
	/** Whether several people may take part on one device. */
	sharedDevices: boolean;
	/** The card that the projector shows large. */
	spotlight: { elementId: string; text: string } | null;
	/** When the facilitator last called everybody to what she shows. */
	calledAt: number | null;
	/** Whether the projector is covered: then it gets nothing of the session. */
	covered: boolean;
	/** Since when the session is not public: then this state goes to those only who stay inside, and the projector gets an empty one. */
	nonPublicSince: number | null;
	/** Who has said that she is away for a while, likewise. */
	away: string[];
	/** Who may take over the lead, likewise. */
	coFacilitators: string[];
	/** Who may write no further, likewise. */
	muted: string[];
}

/** What the projector gets: the shared state and how to join. */
export interface ProjectorState extends SharedState {
	view: 'projector';
	code: string;
	joinPath: string;
	/** The network for guests, if one was named. */
	wifi: Wifi | null;
	entrance: Entrance;
}

/** What a phone gets. Its own cards and ballot it knows from its page and its own posts. */
export interface ParticipantState extends SharedState {
	view: 'participant';
}

/** A person in the session as the facilitator sees her. */
export interface PersonView {
	participantId: string;
	name: string;
	role: 'facilitator' | 'participant' | 'observer' | 'projector';
	group: 'politics' | 'administration' | 'civil-society' | 'business' | 'expert' | null;
	/** Whether she is here without an account. */
	guest: boolean;
	present: boolean;
	/** Whether a screen of hers is open at this moment; a phone that sleeps has none. */
	connected: boolean;
	ready: boolean;
	muted: boolean;
	/** The participant on whose device she takes part; null: she has one of her own. */
	companionOf: string | null;
	/** The facilitator has named her to take over the lead; whoever leads without it leads from the start. */
	mayLead: boolean;
	/** Whether her cards are kept back from all screens. */
	cardsHidden: boolean;
	/** Whether she is the public, and the session is not: she waits until it is again. */
	outside: boolean;
	cards: number;
}

/** Somebody at the door as the facilitator sees her. */
export interface WaitingPersonView {
	participantId: string;
	name: string;
	group: PersonView['group'];
}

/** What the facilitator gets. */
export interface LeadState extends SharedState {
	view: 'lead';
	wifi: Wifi | null;
	/** Since when she asks those who lead the process to come. */
	helpAskedAt: number | null;
	entrance: Entrance;
	/** How many locked cards the board has, and whether they are on all screens now. */
	evidence: { cards: number; shown: boolean };
	code: string;
	joinPath: string;
	/** The measures of the joint budget. */
	measures: MeasureChoice[];
	people: PersonView[];
	/** Clusters that somebody has dissolved in the last ten minutes. */
	dissolved: DissolvedView[];
	/** Who waits to be let in, in the order of coming. */
	waiting: WaitingPersonView[];
	/** Whether a vote that was opened in public is open while the session is not: who is outside cannot answer. */
	publicVoteWaits: boolean;
}

/** What somebody at the door gets: that the session is still there, and nothing of it. */
export interface WaitingState {
	view: 'waiting';
	seq: number;
	now: number;
	sessionId: string;
	title: string;
	state: SharedState['state'];
}

/** What the public gets while the session is not public: that it is still there, not even its title. */
export interface OutsideState {
	view: 'outside';
	seq: number;
	now: number;
	sessionId: string;
	state: SharedState['state'];
}

export type SessionState = ProjectorState | ParticipantState | LeadState;

/** The state by the kind of viewer. */
export interface StateByView {
	lead: LeadState;
	participant: ParticipantState;
	projector: ProjectorState;
	waiting: WaitingState;
	outside: OutsideState;
}
export type SessionViewKind = keyof StateByView;
export type AnyState = StateByView[SessionViewKind];
