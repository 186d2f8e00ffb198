import type { Cadence, Period } from '#domain/reporting/periods.ts';
import type { Assessment, SheetState } from '#domain/reporting/sheet.ts';

/** A report period as lists show it. */
export interface PeriodView {
	id: string;
	key: string;
	cadence: Cadence;
	from: string;
	to: string;
	keyDate: string;
	dueBy: string;
	/** The last period of a year asks for a result, the others for a forecast. */
	asks: Period['asks'];
	versionId: string;
	versionLabel: string;
	systemName: string;
	/** How many sheets were asked for and how many have come. */
	requested: number;
	submitted: number;
}

/** What the responsible office says about one goal in one period. */
export interface SheetView {
	id: string;
	itemId: string;
	number: string;
	/** The words of the goal; the first line is its title. */
	text: string;
	points: string[];
	levelKey: string;
	leadOffice: string | null;
	contributions: string;
	risks: string;
	assessment: Assessment | null;
	state: SheetState;
	/** When it was handed in, in milliseconds. */
	submittedAt: number | null;
	rev: number;
}
