/** What is offered of a board template before it is laid out. */
export interface TemplateView {
	/** The name of one that ships, or the id of one that the organisation keeps. */
	key: string;
	title: string;
	/** What its areas are called. */
	areas: readonly string[];
	own: boolean;
}
