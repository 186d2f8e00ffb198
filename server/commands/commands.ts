import { castBallot } from './cast-ballot.ts';
import { closeRound } from './close-round.ts';
import { createSession } from './create-session.ts';
import { createText } from './create-text.ts';
import { freezeText } from './freeze-text.ts';
import { inviteDrafters } from './invite-drafters.ts';
import { joinSession } from './join-session.ts';
import { endSession, moveStep } from './move-step.ts';
import { openRound } from './open-round.ts';
import { removeParticipant } from './remove-participant.ts';
import { revealCards } from './reveal-cards.ts';
import { setReady } from './set-ready.ts';
import { setTimer } from './set-timer.ts';
import { submitCard } from './submit-card.ts';
import { withdrawCard } from './withdraw-card.ts';

/** Everything that people and programs can do, by name: the REST door, its description and the tests walk this list. */
export const commands = {
	'cast-ballot': castBallot,
	'close-round': closeRound,
	'create-session': createSession,
	'create-text': createText,
	'end-session': endSession,
	'freeze-text': freezeText,
	'invite-drafters': inviteDrafters,
	'join-session': joinSession,
	'move-step': moveStep,
	'open-round': openRound,
	'remove-participant': removeParticipant,
	'reveal-cards': revealCards,
	'set-ready': setReady,
	'set-timer': setTimer,
	'submit-card': submitCard,
	'withdraw-card': withdrawCard
} as const;
