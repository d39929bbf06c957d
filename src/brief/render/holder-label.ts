import type { Holder, Situation } from '../../model/index.ts';

/** Names of actors by id, bare. */
export const actorNames = ({ actors }: Situation): ((id: string) => string) => {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
};

/** Who says so, for a table: the actor's name, the text's words for an unnamed speaker, or "author". */
export const holderLabel = (holder: Holder, name: (id: string) => string): string => {
  switch (holder.kind) {
    case 'actor':
      return name(holder.actor);
    case 'unnamed':
      return holder.words;
    case 'author':
      return 'author';
  }
};
