import CalendarClock from '@lucide/svelte/icons/calendar-clock';
import CircleCheck from '@lucide/svelte/icons/circle-check';
import CircleDashed from '@lucide/svelte/icons/circle-dashed';
import Clock from '@lucide/svelte/icons/clock';
import OctagonX from '@lucide/svelte/icons/octagon-x';
import PencilLine from '@lucide/svelte/icons/pencil-line';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import Undo2 from '@lucide/svelte/icons/undo-2';
import type { Assessment, SheetState } from '#domain/reporting/sheet.ts';
import type { PeriodView } from '#protocol/report-views.ts';
import * as m from '#paraglide/messages.js';

/** How a state looks: a colour of the house, an icon and a word. */
export interface Face {
	tone: 'neutral' | 'draft' | 'consultation' | 'agreed' | 'adopted' | 'endangered' | 'info';
	icon: typeof Clock;
	word: () => string;
}

/** The faces of assessments; each has its own shape, because not everybody sees the colours. */
export const assessmentFaces: Record<Assessment, Face> = {
	secured: { tone: 'adopted', icon: CircleCheck, word: m.reporting_assessment_secured },
	endangered: { tone: 'consultation', icon: TriangleAlert, word: m.reporting_assessment_endangered },
	unreachable: { tone: 'endangered', icon: OctagonX, word: m.reporting_assessment_unreachable }
};

/** What an assessment says, by what the period asks for. */
export const assessmentHints: Record<PeriodView['asks'], Record<Assessment, () => string>> = {
	forecast: {
		secured: m.reporting_assessment_secured_forecast,
		endangered: m.reporting_assessment_endangered_forecast,
		unreachable: m.reporting_assessment_unreachable_forecast
	},
	result: {
		secured: m.reporting_assessment_secured_result,
		endangered: m.reporting_assessment_endangered_result,
		unreachable: m.reporting_assessment_unreachable_result
	}
};

/** The faces of sheets. */
export const sheetFaces: Record<SheetState, Face> = {
	requested: { tone: 'neutral', icon: CircleDashed, word: m.reporting_sheet_requested },
	'in-progress': { tone: 'draft', icon: PencilLine, word: m.reporting_sheet_in_progress },
	submitted: { tone: 'agreed', icon: CircleCheck, word: m.reporting_sheet_submitted },
	returned: { tone: 'consultation', icon: Undo2, word: m.reporting_sheet_returned },
	accepted: { tone: 'agreed', icon: ShieldCheck, word: m.reporting_sheet_accepted }
};

/** The face of a sheet that did not come in time: missing is shown as missing. */
export const missingFace: Face = { tone: 'endangered', icon: TriangleAlert, word: m.reporting_sheet_missing };

/** The faces of periods; a period whose sheets have all come is complete, whatever the day. */
export const periodFaces: Record<'upcoming' | 'open' | 'due' | 'complete', Face> = {
	upcoming: { tone: 'neutral', icon: CalendarClock, word: m.reporting_state_upcoming },
	open: { tone: 'info', icon: Clock, word: m.reporting_state_open },
	due: { tone: 'endangered', icon: TriangleAlert, word: m.reporting_state_due },
	complete: { tone: 'agreed', icon: CircleCheck, word: m.reporting_state_complete }
};

/** The name of a period: Tertial I 2026. */
export function periodName({ key, cadence }: Pick<PeriodView, 'key' | 'cadence'>): string {
	const [year = '', numeral = ''] = key.split('-');
	return cadence === 'tertial' ? m.reporting_tertial({ numeral, year }) : m.reporting_period_other({ key });
}
