export const playErrors = {} as const;
