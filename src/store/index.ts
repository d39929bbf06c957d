export type {
  AddOutcome,
  CaseInfo,
  CaseRecord,
  CaseStore,
  DocumentEntry,
  DocumentSummary,
  EngineReading,
  Instant,
  NewDocument,
  PassagePart,
  RecordChange,
  RecordStore,
  SearchHit,
} from './case-store.ts';
export { CASE_FILE, createCase, openCase, readCase } from './sqlite/open-case.ts';
