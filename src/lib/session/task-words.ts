import type { StepKind } from '#domain/sessions/steps.ts';
import * as m from '#paraglide/messages.js';

/** What everybody does in a step, for somebody who has missed how it was explained. */
export const taskWords = {
	arrive: m.room_task_arrive,
	collect: m.room_task_collect,
	cluster: m.room_task_cluster,
	discuss: m.room_task_discuss,
	weigh: m.room_task_weigh,
	record: m.room_task_record
} as const satisfies Record<StepKind, () => string>;
