import { callEverybody } from '../../commands/call-everybody.ts';
import { showLarge } from '../../commands/show-large.ts';
import { askForHelp } from '../../commands/ask-for-help.ts';
import { closeToPublic } from '../../commands/close-to-public.ts';
import { coverProjector } from '../../commands/cover-projector.ts';
import { reopenToPublic } from '../../commands/reopen-to-public.ts';
import { endSession, moveStep } from '../../commands/move-step.ts';
import { showImpulses } from '../../commands/show-impulses.ts';
import { setTimer } from '../../commands/set-timer.ts';
import { deed } from '../act.ts';

/** What the facilitator does with agenda, timer and projector, and when she needs somebody. */
export const agendaDeeds = {
	move: deed(moveStep, 'sessionId', (form) => ({ to: form.get('to') })),
	timer: deed(setTimer, 'sessionId', (form) => ({ action: form.get('action') })),
	cover: deed(coverProjector, 'sessionId', (form) => ({ covered: form.get('covered') === 'yes' })),
	closeToPublic: deed(closeToPublic, 'sessionId'),
	reopenToPublic: deed(reopenToPublic, 'sessionId'),
	help: deed(askForHelp, 'sessionId', (form) => ({ asking: form.get('asking') === 'yes' })),
	impulses: deed(showImpulses, 'sessionId', (form) => ({ shown: form.get('shown') === 'yes' })),
	call: deed(callEverybody, 'sessionId'),
	large: deed(showLarge, 'sessionId', (form) => ({ elementId: form.get('elementId') || null })),
	end: deed(endSession, 'sessionId')
};
