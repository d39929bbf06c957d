export const readErrors = {} as const;
