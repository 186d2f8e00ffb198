import Hand from '@lucide/svelte/icons/hand';
import Handshake from '@lucide/svelte/icons/handshake';
import ThumbsUp from '@lucide/svelte/icons/thumbs-up';
import * as m from '#paraglide/messages.js';

/** How people can stand towards a suggestion, in words and with a sign, from agreement to objection. */
export const stanceFaces = [
	{ key: 'agree', label: m.suggest_stance_agree, icon: ThumbsUp },
	{ key: 'bearable', label: m.suggest_stance_bearable, icon: Handshake },
	{ key: 'object', label: m.suggest_stance_object, icon: Hand }
] as const;
