export const caseErrors = {} as const;
