export const judgeErrors = {} as const;
