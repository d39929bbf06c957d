/**
 * Full-text search. The index keeps no copy of the texts; triggers keep it in step within the same transaction.
 * Porter's stemmer finds "missiles" by "missile"; accents do not matter.
 */
export const search: readonly string[] = [
  `create virtual table document_search using fts5 (
    title, text, content = 'documents', content_rowid = 'sequence', tokenize = 'porter unicode61 remove_diacritics 2'
  )`,
  `create trigger documents_searchable after insert on documents begin
    insert into document_search (rowid, title, text) values (new.sequence, new.title, new.text);
  end`,
  `create trigger documents_gone after delete on documents begin
    insert into document_search (document_search, rowid, title, text)
      values ('delete', old.sequence, old.title, old.text);
  end`,
  "insert into document_search (document_search) values ('rebuild')",
];
