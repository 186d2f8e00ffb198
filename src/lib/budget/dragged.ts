/** The kind of what is dragged when somebody moves a measure into the pot. */
export const draggedMeasure = 'application/x-wirkraum-measure';
