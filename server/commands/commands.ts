import { addActionSpace } from './add-action-space.ts';
import { addArgument } from './add-argument.ts';
import { addGroups } from './add-groups.ts';
import { addMaterial } from './add-material.ts';
import { addMeasure } from './add-measure.ts';
import { addPicture } from './add-picture.ts';
import { admitParticipants } from './admit-participants.ts';
import { allocateMeasures } from './allocate-measures.ts';
import { answerShare } from './answer-share.ts';
import { answerThread } from './answer-thread.ts';
import { approveAllocation } from './approve-allocation.ts';
import { askForHelp } from './ask-for-help.ts';
import { askToVote } from './ask-to-vote.ts';
import { beginResubmittedText } from './begin-resubmitted-text.ts';
import { beginTextMinutes } from './begin-text-minutes.ts';
import { blackenCard } from './blacken-card.ts';
import { bringBudget } from './bring-budget.ts';
import { bringCompanion } from './bring-companion.ts';
import { bringPicture } from './bring-picture.ts';
import { callEverybody } from './call-everybody.ts';
import { callRunOff } from './call-run-off.ts';
import { cancelRound } from './cancel-round.ts';
import { castBallot } from './cast-ballot.ts';
import { changeActionSpace } from './change-action-space.ts';
import { changeAgenda } from './change-agenda.ts';
import { changeGroup } from './change-group.ts';
import { changeJointBudget } from './change-joint-budget.ts';
import { changeMeasure } from './change-measure.ts';
import { choosePassage } from './choose-passage.ts';
import { closeRound } from './close-round.ts';
import { closeToPublic } from './close-to-public.ts';
import { confirmWording } from './confirm-wording.ts';
import { consolidateText } from './consolidate-text.ts';
import { coverProjector } from './cover-projector.ts';
import { createCheckpoint } from './create-checkpoint.ts';
import { createGoalSystem } from './create-goal-system.ts';
import { createJointBudget } from './create-joint-budget.ts';
import { createPaper } from './create-paper.ts';
import { createProcess } from './create-process.ts';
import { createSession } from './create-session.ts';
import { createStrategyCards } from './create-strategy-cards.ts';
import { createText } from './create-text.ts';
import { decideAmendment } from './decide-amendment.ts';
import { decideSuggestions } from './decide-suggestions.ts';
import { decideVoteRequest } from './decide-vote-request.ts';
import { discussParagraph } from './discuss-paragraph.ts';
import { dissolveCluster, restoreCluster } from './dissolve-cluster.ts';
import { editGoal } from './edit-goal.ts';
import { erasePerson } from './erase-person.ts';
import { freezeText } from './freeze-text.ts';
import { givePaperNumber } from './give-paper-number.ts';
import { groupCards } from './group-cards.ts';
import { handInAmendment } from './hand-in-amendment.ts';
import { handInGroupRoom } from './hand-in-group-room.ts';
import { hideCards } from './hide-cards.ts';
import { inviteDrafters } from './invite-drafters.ts';
import { joinSession } from './join-session.ts';
import { keepResolvedText } from './keep-resolved-text.ts';
import { keepVariants } from './keep-variants.ts';
import { layImpulses } from './lay-impulses.ts';
import { leaveGroupRoom } from './leave-group-room.ts';
import { leaveOutTopic } from './leave-out-topic.ts';
import { lockCluster } from './lock-cluster.ts';
import { mergeClusters } from './merge-clusters.ts';
import { moveCards } from './move-cards.ts';
import { endSession, moveStep } from './move-step.ts';
import { muteParticipant } from './mute-participant.ts';
import { nameCoFacilitator } from './name-co-facilitator.ts';
import { nameDepartmentHead } from './name-department-head.ts';
import { openGroupRoom } from './open-group-room.ts';
import { openReportPeriod } from './open-report-period.ts';
import { openRound } from './open-round.ts';
import { orderAmendments } from './order-amendments.ts';
import { continueProcess, pauseProcess } from './pause-process.ts';
import { placeTopic } from './place-topic.ts';
import { planConsultation } from './plan-consultation.ts';
import { promote } from './promote.ts';
import { lowerHand, raiseHand } from './raise-hand.ts';
import { recommendAmendment } from './recommend-amendment.ts';
import { recordAgreement } from './record-agreement.ts';
import { recordIndicator } from './record-indicator.ts';
import { recordOutcome } from './record-outcome.ts';
import { recuseVoter } from './recuse-voter.ts';
import { releaseMinutes } from './release-minutes.ts';
import { releasePaper } from './release-paper.ts';
import { removeActionSpace } from './remove-action-space.ts';
import { removeAnswer } from './remove-answer.ts';
import { removeBoardTemplate } from './remove-board-template.ts';
import { removeConsultation } from './remove-consultation.ts';
import { removeGroupMember } from './remove-group-member.ts';
import { removeMaterial } from './remove-material.ts';
import { removeMeasure } from './remove-measure.ts';
import { removeParticipant } from './remove-participant.ts';
import { removeRehearsal } from './remove-rehearsal.ts';
import { removeScenario } from './remove-scenario.ts';
import { removeSessionTemplate } from './remove-session-template.ts';
import { renameBoardTemplate } from './rename-board-template.ts';
import { renameCluster } from './rename-cluster.ts';
import { renameParticipant } from './rename-participant.ts';
import { renameSessionTemplate } from './rename-session-template.ts';
import { reopenToPublic } from './reopen-to-public.ts';
import { repeatSession } from './repeat-session.ts';
import { restoreCheckpoint } from './restore-checkpoint.ts';
import { restoreElements } from './restore-elements.ts';
import { resubmitText } from './resubmit-text.ts';
import { revealCards } from './reveal-cards.ts';
import { saveBoardTemplate } from './save-board-template.ts';
import { saveMinutes } from './save-minutes.ts';
import { saveScenario } from './save-scenario.ts';
import { saveSessionTemplate } from './save-session-template.ts';
import { saveSheet } from './save-sheet.ts';
import { setEntrance } from './set-entrance.ts';
import { setGroupMember } from './set-group-member.ts';
import { setGroupRoomMembers } from './set-group-room-members.ts';
import { setLastDay } from './set-last-day.ts';
import { setPresence } from './set-presence.ts';
import { setReady } from './set-ready.ts';
import { setTimer } from './set-timer.ts';
import { setWifi } from './set-wifi.ts';
import { settleThread } from './settle-thread.ts';
import { shareDevices } from './share-devices.ts';
import { showImpulses } from './show-impulses.ts';
import { showLarge } from './show-large.ts';
import { startRehearsal } from './start-rehearsal.ts';
import { startThread } from './start-thread.ts';
import { submitCard } from './submit-card.ts';
import { submitSheet } from './submit-sheet.ts';
import { suggestWording } from './suggest-wording.ts';
import { takeBackTie } from './take-back-tie.ts';
import { takeFromBoard } from './take-from-board.ts';
import { takeOverOriginal } from './take-over-original.ts';
import { takeOverSession } from './take-over-session.ts';
import { takeStance } from './take-stance.ts';
import { takeTopics } from './take-topics.ts';
import { withdrawAmendment } from './withdraw-amendment.ts';
import { withdrawCard } from './withdraw-card.ts';
import { withdrawSuggestion } from './withdraw-suggestion.ts';

/** Everything that people and programs can do, by name: the REST door, its description and the tests walk this list. */
export const commands = {
	'add-action-space': addActionSpace,
	'add-argument': addArgument,
	'add-groups': addGroups,
	'add-material': addMaterial,
	'add-measure': addMeasure,
	'add-picture': addPicture,
	'admit-participants': admitParticipants,
	'allocate-measures': allocateMeasures,
	'answer-share': answerShare,
	'answer-thread': answerThread,
	'approve-allocation': approveAllocation,
	'ask-for-help': askForHelp,
	'ask-to-vote': askToVote,
	'begin-resubmitted-text': beginResubmittedText,
	'begin-text-minutes': beginTextMinutes,
	'blacken-card': blackenCard,
	'bring-budget': bringBudget,
	'bring-companion': bringCompanion,
	'bring-picture': bringPicture,
	'call-everybody': callEverybody,
	'call-run-off': callRunOff,
	'cancel-round': cancelRound,
	'cast-ballot': castBallot,
	'change-action-space': changeActionSpace,
	'change-agenda': changeAgenda,
	'change-group': changeGroup,
	'change-joint-budget': changeJointBudget,
	'change-measure': changeMeasure,
	'choose-passage': choosePassage,
	'close-round': closeRound,
	'close-to-public': closeToPublic,
	'confirm-wording': confirmWording,
	'consolidate-text': consolidateText,
	'continue-process': continueProcess,
	'cover-projector': coverProjector,
	'create-checkpoint': createCheckpoint,
	'create-goal-system': createGoalSystem,
	'create-joint-budget': createJointBudget,
	'create-paper': createPaper,
	'create-process': createProcess,
	'create-session': createSession,
	'create-strategy-cards': createStrategyCards,
	'create-text': createText,
	'decide-amendment': decideAmendment,
	'decide-suggestions': decideSuggestions,
	'decide-vote-request': decideVoteRequest,
	'discuss-paragraph': discussParagraph,
	'dissolve-cluster': dissolveCluster,
	'edit-goal': editGoal,
	'end-session': endSession,
	'erase-person': erasePerson,
	'freeze-text': freezeText,
	'give-paper-number': givePaperNumber,
	'group-cards': groupCards,
	'hand-in-amendment': handInAmendment,
	'hand-in-group-room': handInGroupRoom,
	'hide-cards': hideCards,
	'invite-drafters': inviteDrafters,
	'join-session': joinSession,
	'keep-resolved-text': keepResolvedText,
	'keep-variants': keepVariants,
	'lay-impulses': layImpulses,
	'leave-group-room': leaveGroupRoom,
	'leave-out-topic': leaveOutTopic,
	'lock-cluster': lockCluster,
	'lower-hand': lowerHand,
	'merge-clusters': mergeClusters,
	'move-cards': moveCards,
	'move-step': moveStep,
	'mute-participant': muteParticipant,
	'name-co-facilitator': nameCoFacilitator,
	'name-department-head': nameDepartmentHead,
	'open-group-room': openGroupRoom,
	'open-report-period': openReportPeriod,
	'open-round': openRound,
	'order-amendments': orderAmendments,
	'pause-process': pauseProcess,
	'place-topic': placeTopic,
	'plan-consultation': planConsultation,
	promote,
	'raise-hand': raiseHand,
	'recommend-amendment': recommendAmendment,
	'record-agreement': recordAgreement,
	'record-indicator': recordIndicator,
	'record-outcome': recordOutcome,
	'recuse-voter': recuseVoter,
	'release-minutes': releaseMinutes,
	'release-paper': releasePaper,
	'remove-action-space': removeActionSpace,
	'remove-answer': removeAnswer,
	'remove-board-template': removeBoardTemplate,
	'remove-consultation': removeConsultation,
	'remove-group-member': removeGroupMember,
	'remove-material': removeMaterial,
	'remove-measure': removeMeasure,
	'remove-participant': removeParticipant,
	'remove-rehearsal': removeRehearsal,
	'remove-scenario': removeScenario,
	'remove-session-template': removeSessionTemplate,
	'rename-board-template': renameBoardTemplate,
	'rename-cluster': renameCluster,
	'rename-participant': renameParticipant,
	'rename-session-template': renameSessionTemplate,
	'reopen-to-public': reopenToPublic,
	'repeat-session': repeatSession,
	'restore-checkpoint': restoreCheckpoint,
	'restore-elements': restoreElements,
	'restore-cluster': restoreCluster,
	'resubmit-text': resubmitText,
	'reveal-cards': revealCards,
	'save-board-template': saveBoardTemplate,
	'save-minutes': saveMinutes,
	'save-scenario': saveScenario,
	'save-session-template': saveSessionTemplate,
	'save-sheet': saveSheet,
	'set-entrance': setEntrance,
	'set-group-member': setGroupMember,
	'set-group-room-members': setGroupRoomMembers,
	'set-last-day': setLastDay,
	'set-presence': setPresence,
	'set-ready': setReady,
	'set-timer': setTimer,
	'set-wifi': setWifi,
	'settle-thread': settleThread,
	'share-devices': shareDevices,
	'show-impulses': showImpulses,
	'show-large': showLarge,
	'start-rehearsal': startRehearsal,
	'start-thread': startThread,
	'submit-card': submitCard,
	'submit-sheet': submitSheet,
	'suggest-wording': suggestWording,
	'take-back-tie': takeBackTie,
	'take-from-board': takeFromBoard,
	'take-over-original': takeOverOriginal,
	'take-over-session': takeOverSession,
	'take-stance': takeStance,
	'take-topics': takeTopics,
	'withdraw-amendment': withdrawAmendment,
	'withdraw-card': withdrawCard,
	'withdraw-suggestion': withdrawSuggestion
} as const;
