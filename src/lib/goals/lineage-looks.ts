import ArrowRight from '@lucide/svelte/icons/arrow-right';
import CircleMinus from '@lucide/svelte/icons/circle-minus';
import CirclePlus from '@lucide/svelte/icons/circle-plus';
import PencilLine from '@lucide/svelte/icons/pencil-line';
import type { LineageStatus } from '#domain/goals/lineage.ts';
import * as m from '#paraglide/messages.js';

/** How the screens show what became of a goal against the version before. */
export const lineageLooks = {
	new: { icon: CirclePlus, label: m.goals_status_new },
	continued: { icon: ArrowRight, label: m.goals_status_continued },
	changed: { icon: PencilLine, label: m.goals_status_changed },
	dropped: { icon: CircleMinus, label: m.goals_status_dropped }
} as const satisfies Record<LineageStatus, unknown>;
