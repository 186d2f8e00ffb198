import type { StepKind } from '#domain/sessions/steps.ts';
import * as m from '#paraglide/messages.js';

/** What each kind of step is called, and what everybody does in it. */
export const stepKindWords: Record<StepKind, () => string> = {
	arrive: m.session_kind_arrive,
	collect: m.session_kind_collect,
	cluster: m.session_kind_cluster,
	discuss: m.session_kind_discuss,
	weigh: m.session_kind_weigh,
	record: m.session_kind_record
};
