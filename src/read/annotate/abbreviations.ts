/**
 * Abbreviations that keep their stop, in three kinds: what follows a title is never a new sentence; what follows a
 * unit-like abbreviation is one only before a word that opens sentences; what follows a number sign never is.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Before a name: no sentence ends here. Compared as written, without the stop. */
export const TITLES = words(`
  Mr Mrs Ms Mx Messrs Mme Mlle Dr Prof Rev Fr Hon Gov Sen Sens Rep Reps Pres Amb Sec Gen Lt Col Maj Capt Cpt Cmdr Cdr Sgt Cpl Pvt
  Adm Brig Supt Det Insp Ald Pfc Spc Msgr St Ste Mt Ft Atty Lieut Ret Sr.Col mr mrs dr prof gen col
`);

/** Before a number or a name: "No. 5", "Art. 51", "vs. Spain". */
export const BEFORE_MORE = words(`
  No Nos no nos Art Arts art Sec sec Fig Figs fig figs Vol Vols vol vols pp p Ch ch Chap chap Eq eq vs v cf Cf ca c approx Resp resp
  viz al Op op Para para Res res Dept dept Univ Assn Bros ed eds Ed Eds Tel tel ext est Est incl
`);

/** May end a sentence: the next word decides. */
export const MAY_END = words(`
  Inc Corp Co Cos Ltd Plc Bhd LLC Jr Sr Esq etc Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri
  Sat Sun Ave Blvd Rd Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn
  Tenn Tex Va Vt Wash Wis Wyo Ont Que Alta min max hr hrs sq ft mi lb lbs oz mph yr yrs deg Bn bn mn tn Intl Natl Govt govt
`);

/** Words that open sentences far more often than they follow a name: after "U.S." or "Inc." they start a new one. */
export const OPENERS = words(`
  The A An This That These Those It Its He His She Her They Their We Our I My You Your There Here In On At By For From With Without
  Under Over Since After Before During Until While When Where Why How What Who Which Although Though Because If Unless As But And Or
  Yet So Nor However Moreover Meanwhile Instead Still Now Then Today Yesterday Tomorrow Also Both Each Every Some Many Most Few All
  Several Other Another Such No Not Nearly About According Despite Even Asked Earlier Later Last Next Officials Critics Analysts To Once
`);

export const MONTHS_AND_ZONES = words(`
  January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday
  Saturday Sunday Eastern Central Mountain Pacific E.T. P.T. EST EDT ET CST CDT CT MST MDT MT PST PDT PT GMT UTC BST CET CEST IST JST KST
`);
