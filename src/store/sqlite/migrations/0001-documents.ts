/** Documents by content, and one reading each. */
export const documents: readonly string[] = [
  'create table case_info (key text primary key, value text not null) without rowid',
  `create table documents (
    sequence integer primary key autoincrement,
    id text not null unique,
    sha256 text not null unique,
    source text not null,
    added text not null,
    title text,
    byline text,
    publisher text,
    published text,
    modified text,
    url text,
    language text not null,
    kind text,
    text text not null,
    removed text not null,
    notes text,
    exact text
  )`,
  `create table readings (
    document text primary key references documents (id) on delete cascade,
    engine text not null,
    reading text not null
  )`,
];
