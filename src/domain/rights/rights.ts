import { ok, refuse, type Result } from '../result.ts';

/**
 * In what standing somebody meets a thing. The first four come from the organisation, the next from a process, the
 * next from one live session, the last from one text: its drafting group, or the room of a group. `anyone` needs no sign-in.
 */
export const standings = [
	'anyone',
	/** Nobody's office: the process of the thing rests. It allows nothing, and of what others allow only what is in `inPause`. */
	'in-pause',
	'admin',
	'steering',
	'member',
	'process-lead',
	'process-member',
	'facilitator',
	'participant',
	/** A participant, too: the facilitator has named her to take over the lead. */
	'co-facilitator',
	/** A participant whom the facilitator lets write no further. */
	'muted',
	'observer',
	'projector',
	/** Somebody who answers for a department in a joint budget. */
	'department-head',
	/** Somebody at the door whom the facilitator has not let in yet. */
	'waiting',
	/** A participant of the public while the session is not public; nothing of it is hers to see until it is again. */
	'outside',
	'drafter',
	/** Who says who else is in the room of a group; she is a member of it, too. */
	'room-opener',
	/** Somebody in the room of a group. Nothing else lets anybody in. */
	'room-member'
] as const;
export type Standing = (typeof standings)[number];

/** Who says something about a card or a text. */
const commenters = [
	'admin',
	'steering',
	'process-lead',
	'process-member',
	'facilitator',
	'participant',
	'drafter',
	'room-member'
] as const satisfies readonly Standing[];

/** Who may do what. The one table: server and screens read the same lines, and what is not here is not allowed. */
export const rights = {
	// the door
	'account.sign-in': ['anyone'],
	'instance.set-up': ['anyone'],
	'session.join': ['anyone'],

	// processes and live sessions
	'process.create': ['admin', 'steering'],
	'process.read': ['admin', 'steering', 'process-lead', 'process-member'],
	/** How all groups are doing, with the codes of their sessions. */
	'process.oversee': ['admin', 'steering', 'process-lead'],
	'process.manage': ['admin', 'steering', 'process-lead'],
	/** Lets a process rest, and go on. */
	'process.pause': ['admin', 'steering', 'process-lead'],
	'material.read': ['admin', 'steering', 'process-lead', 'process-member'],
	'material.keep': ['admin', 'steering', 'process-lead'],
	'session.create': ['admin', 'steering', 'process-lead'],
	'session-template.keep': ['admin', 'steering', 'process-lead'],
	'board-template.keep': ['admin', 'steering', 'process-lead', 'facilitator'],
	'session.read': ['admin', 'steering', 'process-lead', 'facilitator', 'participant', 'muted', 'observer', 'projector'],
	'session.lead': ['facilitator'],
	'session.help': ['admin', 'steering', 'process-lead', 'facilitator'],
	'session.wait': ['waiting'],
	'session.wait-outside': ['outside'],
	'session.take-over': ['facilitator', 'co-facilitator', 'process-lead'],
	'session.take-part': ['facilitator', 'participant', 'muted'],
	/** To see on the phone what those who take part see. */
	'session.follow': ['facilitator', 'participant', 'muted'],
	'session.bring-companion': ['participant', 'muted'],
	'session.project': ['facilitator', 'projector'],
	'session.export': ['admin', 'steering', 'process-lead', 'facilitator'],
	/** Released minutes; who edits them also sees the draft. */
	'minutes.read': [
		'admin',
		'steering',
		'process-lead',
		'process-member',
		'facilitator',
		'participant',
		'muted',
		'observer'
	],
	/** The file of what was not public; nobody has it just because she took part. */
	'minutes.read-non-public': ['admin', 'steering', 'process-lead', 'process-member', 'facilitator'],
	'minutes.edit': ['process-lead', 'facilitator'],

	// the synthesis of several groups
	'synthesis.write': ['admin', 'steering', 'process-lead', 'process-member'],

	// the joint budget of several departments
	'budget.read': [
		'admin',
		'steering',
		'process-lead',
		'process-member',
		'facilitator',
		'participant',
		'muted',
		'observer'
	],
	'budget.manage': ['admin', 'steering', 'process-lead'],
	'measure.write': ['admin', 'steering', 'process-lead', 'process-member'],
	'budget.answer': ['admin', 'steering', 'process-lead', 'department-head'],
	'scenario.keep': ['admin', 'steering', 'process-lead', 'process-member', 'facilitator', 'participant', 'muted'],

	// the board
	'board.read': [
		'admin',
		'steering',
		'process-lead',
		'process-member',
		'facilitator',
		'participant',
		'muted',
		'observer',
		'projector'
	],
	'board.write-cards': ['facilitator', 'process-lead'],
	'board.write-cards-in-step': ['participant'],
	'board.write-scaffold': ['facilitator', 'process-lead'],
	/** Everybody who reads the board also reads its comments. */
	'board.comment': ['process-lead', 'process-member', 'facilitator', 'participant'],
	/** Answers of others; her own everybody takes back. */
	'comment.remove': ['process-lead', 'facilitator'],
	/** Somewhere at all; the board or the text asks for its own right, too. */
	'comment.say': commenters,
	/** As long as she may write the cards of the board at this moment. */
	'board.add-picture': ['facilitator', 'process-lead', 'participant'],

	// deciding
	'card.submit': ['facilitator', 'participant'],
	'cards.arrange': ['facilitator', 'participant'],
	'ballot.cast': ['facilitator', 'participant', 'muted'],
	'ballot.ask': ['participant', 'muted'],
	'ballot.recuse': ['facilitator', 'participant', 'muted'],
	'agreement.record': ['facilitator'],

	// texts
	'text.create': ['admin', 'steering', 'process-lead', 'facilitator'],
	'text.read': [
		'admin',
		'steering',
		'process-lead',
		'process-member',
		'facilitator',
		'participant',
		'muted',
		'observer',
		'drafter',
		'room-member'
	],
	/** Who reads a text without watching only. */
	'text.comment': commenters,
	'text.write': ['facilitator', 'process-lead', 'drafter', 'steering', 'room-member'],
	'text.suggest': ['admin', 'steering', 'process-lead', 'process-member', 'facilitator', 'participant', 'drafter'],
	'text.decide': ['facilitator', 'process-lead', 'drafter', 'steering'],
	'text.invite': ['facilitator', 'process-lead', 'steering'],
	'text.freeze': ['facilitator', 'process-lead', 'steering'],
	/** Saying up to which day suggestions for it are taken. */
	'text.set-last-day': ['facilitator', 'process-lead', 'steering'],
	/** Beginning the minutes of a sitting on a text. */
	'text.take-minutes': ['facilitator', 'process-lead', 'steering'],
	/** Presents a settled text again, passage by passage. */
	'text.resubmit': ['admin', 'steering', 'process-lead'],

	// the room of a group; whoever may suggest for a text may open one
	'group-room.use': ['room-member'],
	'group-room.manage': ['room-opener'],

	// the history of a board or text; marking and bringing back also need the right to write all of it
	'checkpoint.create': ['facilitator', 'process-lead', 'drafter', 'steering', 'room-member'],
	'checkpoint.restore': ['facilitator', 'process-lead', 'drafter', 'steering', 'room-member'],

	// the formal goal system
	'goal.read': ['admin', 'steering', 'member'],
	'goal.promote': ['steering'],
	'goal.edit': ['steering'],
	'paper.read': ['admin', 'steering', 'member'],
	'paper.write': ['steering'],
	'paper.release': ['steering'],
	'outcome.record': ['steering'],
	'report.read': ['admin', 'steering', 'member'],
	'report.open-period': ['steering'],
	'report.submit': ['steering'],

	// the organisation
	'organisation.manage': ['admin']
} as const satisfies Record<string, readonly Standing[]>;

/** The name of something that somebody may or may not do. */
export type Action = keyof typeof rights;

/** What can be done while the process rests: it is read, and it goes on. Everything else waits. */
const inPause: ReadonlySet<Action> = new Set<Action>([
	'process.read',
	'process.oversee',
	'process.pause',
	'material.read',
	'session.read',
	'session.follow',
	'session.wait',
	'session.wait-outside',
	'session.project',
	'session.export',
	'minutes.read',
	'minutes.read-non-public',
	'budget.read',
	'board.read',
	'text.read',
	'goal.read',
	'paper.read',
	'report.read'
]);

/** Whether an action has to wait while the process rests. */
export const waitsInPause = (action: Action): boolean => !inPause.has(action);

/** Whether one of these standings allows the action, and no pause stands in the way. */
export function may(held: Iterable<Standing>, action: Action): boolean {
	const standings = [...held];
	return allows(standings, action) && !(standings.includes('in-pause') && waitsInPause(action));
}

/** The same as an answer: allowed, or the refusal that names what was not allowed. */
export function can(held: Iterable<Standing>, action: Action): Result<void> {
	return may(held, action) ? ok() : refuse({ code: 'right.missing', action });
}

/** Whether nothing but the pause stands in the way: otherwise she might. */
export function onlyPauseForbids(held: Iterable<Standing>, action: Action): boolean {
	const standings = [...held];
	return allows(standings, action) && !may(standings, action);
}

function allows(held: readonly Standing[], action: Action): boolean {
	const allowed: readonly Standing[] = rights[action];
	return allowed.includes('anyone') || held.some((standing) => allowed.includes(standing));
}
