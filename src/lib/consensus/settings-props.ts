/** What the rules of every method get while a facilitator sets them. */
export interface SettingsProps {
	params: Readonly<Record<string, unknown>>;
	/** Changes the rules. */
	set: (change: (params: Record<string, unknown>) => void) => void;
}
