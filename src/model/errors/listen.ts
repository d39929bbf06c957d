export const listenErrors = {} as const;
