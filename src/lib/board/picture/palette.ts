import type { Colour } from '#board/colours.ts';
import type { ConnectorKind } from '#board/elements/connector.ts';

/** The light colours of the interface for pictures, which know no theme; a test compares them with the tokens. */
export const paper = {
	ground: '#ffffff',
	ink: '#131525',
	muted: '#51577a',
	note: {
		yellow: '#ffed8f',
		orange: '#ffeac2',
		red: '#ffe6e2',
		violet: '#f3e7fa',
		blue: '#e6ebf8',
		turquoise: '#d2f3e7'
	} satisfies Record<Colour, string>,
	edge: {
		yellow: '#a68a00',
		orange: '#b06500',
		red: '#e05a4d',
		violet: '#a767cf',
		blue: '#5c7fd0',
		turquoise: '#0f9272'
	} satisfies Record<Colour, string>,
	arrow: { affects: '#51577a', supports: '#007155', endangers: '#c31c13' } satisfies Record<ConnectorKind, string>
} as const;
