import { admitParticipants } from '../../commands/admit-participants.ts';
import { muteParticipant } from '../../commands/mute-participant.ts';
import { nameCoFacilitator } from '../../commands/name-co-facilitator.ts';
import { lowerHand } from '../../commands/raise-hand.ts';
import { removeParticipant } from '../../commands/remove-participant.ts';
import { renameParticipant } from '../../commands/rename-participant.ts';
import { setEntrance } from '../../commands/set-entrance.ts';
import { shareDevices } from '../../commands/share-devices.ts';
import { deed } from '../act.ts';

const whom = (form: FormData) => ({ participantId: form.get('participantId') });

/** What the facilitator does with the people in the session. */
export const peopleDeeds = {
	entrance: deed(setEntrance, 'sessionId', (form) => ({ entrance: form.get('entrance') })),
	share: deed(shareDevices, 'sessionId', (form) => ({ allowed: form.get('allowed') === 'yes' })),
	admit: deed(admitParticipants, 'sessionId', (form) => ({ participantIds: form.getAll('participantId') })),
	remove: deed(removeParticipant, 'sessionId', whom),
	coLead: deed(nameCoFacilitator, 'sessionId', (form) => ({ ...whom(form), may: form.get('may') === 'yes' })),
	mute: deed(muteParticipant, 'sessionId', (form) => ({ ...whom(form), muted: form.get('muted') === 'yes' })),
	rename: deed(renameParticipant, 'sessionId', (form) => ({ ...whom(form), name: form.get('name') })),
	lower: deed(lowerHand, 'sessionId', whom)
};
