import CircleMinus from '@lucide/svelte/icons/circle-minus';
import CirclePlus from '@lucide/svelte/icons/circle-plus';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import type { ArgumentKind } from '#domain/consensus/argument.ts';
import * as m from '#paraglide/messages.js';

/** How the kinds of arguments look and are called. */
export const argumentWords = {
	pro: { icon: CirclePlus, label: m.consensus_argument_pro },
	contra: { icon: CircleMinus, label: m.consensus_argument_contra },
	concern: { icon: TriangleAlert, label: m.consensus_argument_concern }
} as const satisfies Record<ArgumentKind, unknown>;
