/** A short piece of interface text that belongs to the data, in both languages of the interface. */
export interface Words {
	readonly de: string;
	readonly en: string;
}
