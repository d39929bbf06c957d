/** Judgements of any kind, every revision kept; `value` is JSON, `null` for one that was withdrawn. */
export const records: readonly string[] = [
  `create table records (
    kind text not null,
    id text not null,
    revision integer not null check (revision > 0),
    author text not null,
    at text not null,
    value text not null,
    primary key (kind, id, revision)
  ) without rowid`,
];
