/** All tables: the one list that drizzle's typed queries need. */
export * from './attendances.ts';
export * from './audit.ts';
export * from './budgets.ts';
export * from './comments.ts';
export * from './consensus.ts';
export * from './documents.ts';
export * from './goals.ts';
export * from './materials.ts';
export * from './minutes.ts';
export * from './organisation.ts';
export * from './papers.ts';
export * from './pictures.ts';
export * from './processes.ts';
export * from './reporting.ts';
export * from './kept-templates.ts';
export * from './sessions.ts';
export * from './synthesis.ts';
