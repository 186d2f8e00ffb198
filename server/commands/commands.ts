import { castBallot } from './cast-ballot.ts';
import { changeAgenda } from './change-agenda.ts';
import { closeRound } from './close-round.ts';
import { confirmWording } from './confirm-wording.ts';
import { coverProjector } from './cover-projector.ts';
import { createCheckpoint } from './create-checkpoint.ts';
import { createGoalSystem } from './create-goal-system.ts';
import { createPaper } from './create-paper.ts';
import { createSession } from './create-session.ts';
import { createText } from './create-text.ts';
import { editGoal } from './edit-goal.ts';
import { erasePerson } from './erase-person.ts';
import { freezeText } from './freeze-text.ts';
import { givePaperNumber } from './give-paper-number.ts';
import { inviteDrafters } from './invite-drafters.ts';
import { joinSession } from './join-session.ts';
import { endSession, moveStep } from './move-step.ts';
import { openReportPeriod } from './open-report-period.ts';
import { openRound } from './open-round.ts';
import { planConsultation } from './plan-consultation.ts';
import { promote } from './promote.ts';
import { recordAgreement } from './record-agreement.ts';
import { recordIndicator } from './record-indicator.ts';
import { recordOutcome } from './record-outcome.ts';
import { releasePaper } from './release-paper.ts';
import { removeConsultation } from './remove-consultation.ts';
import { muteParticipant } from './mute-participant.ts';
import { renameParticipant } from './rename-participant.ts';
import { lowerHand, raiseHand } from './raise-hand.ts';
import { removeParticipant } from './remove-participant.ts';
import { removeSessionTemplate } from './remove-session-template.ts';
import { renameSessionTemplate } from './rename-session-template.ts';
import { repeatSession } from './repeat-session.ts';
import { restoreCheckpoint } from './restore-checkpoint.ts';
import { revealCards } from './reveal-cards.ts';
import { saveSessionTemplate } from './save-session-template.ts';
import { saveSheet } from './save-sheet.ts';
import { setReady } from './set-ready.ts';
import { setTimer } from './set-timer.ts';
import { submitCard } from './submit-card.ts';
import { submitSheet } from './submit-sheet.ts';
import { withdrawCard } from './withdraw-card.ts';

/** Everything that people and programs can do, by name: the REST door, its description and the tests walk this list. */
export const commands = {
	'cast-ballot': castBallot,
	'change-agenda': changeAgenda,
	'close-round': closeRound,
	'confirm-wording': confirmWording,
	'create-checkpoint': createCheckpoint,
	'create-goal-system': createGoalSystem,
	'create-paper': createPaper,
	'create-session': createSession,
	'create-text': createText,
	'edit-goal': editGoal,
	'end-session': endSession,
	'erase-person': erasePerson,
	'freeze-text': freezeText,
	'give-paper-number': givePaperNumber,
	'invite-drafters': inviteDrafters,
	'join-session': joinSession,
	'move-step': moveStep,
	'open-report-period': openReportPeriod,
	'open-round': openRound,
	'plan-consultation': planConsultation,
	promote,
	'record-agreement': recordAgreement,
	'record-indicator': recordIndicator,
	'record-outcome': recordOutcome,
	'release-paper': releasePaper,
	'remove-consultation': removeConsultation,
	'raise-hand': raiseHand,
	'lower-hand': lowerHand,
	'mute-participant': muteParticipant,
	'rename-participant': renameParticipant,
	'cover-projector': coverProjector,
	'remove-participant': removeParticipant,
	'remove-session-template': removeSessionTemplate,
	'rename-session-template': renameSessionTemplate,
	'repeat-session': repeatSession,
	'restore-checkpoint': restoreCheckpoint,
	'reveal-cards': revealCards,
	'save-session-template': saveSessionTemplate,
	'save-sheet': saveSheet,
	'set-ready': setReady,
	'set-timer': setTimer,
	'submit-card': submitCard,
	'submit-sheet': submitSheet,
	'withdraw-card': withdrawCard
} as const;
