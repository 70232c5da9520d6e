const long = '(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])';
const short = '(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)';
const february = '02-(?:0[1-9]|1\\d|2[0-8])';
const leap = '(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)';

/**
 * YYYY-MM-DD of a day that there is: a field of this pattern can be given to the database as it is, which knows no year 0 and no
 * thirtieth of February.
 */
export const dayPattern = `^(?!0000)(?:\\d{4}-(?:${long}|${short}|${february})|${leap}-02-29)$`;
