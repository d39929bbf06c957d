/** The version of the form that this code reads and writes: `watchfloor: 1`. */
export const FORM_VERSION = 1;
