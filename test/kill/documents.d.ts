export declare const killDocument: (index: number) => string;
