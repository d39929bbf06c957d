/**
 * What the adapter uses of kysely. The build puts the code itself here, in one file (`../build-step.ts`): kysely's 280
 * modules would cost every command of a case a quarter of a second.
 */
export { type Generated, Kysely, type Selectable, SqliteDialect, sql } from 'kysely';
