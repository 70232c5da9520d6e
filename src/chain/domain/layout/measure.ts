/** Sizes of the drawing, in pixels at the scale of 1. */
export const boxWidth = 148;
export const boxHeight = 62;
/** Room of one line where it passes a column of boxes. */
export const passHeight = 10;
/** Between two boxes of a column; between a box and a passing line; between two passing lines. */
export const boxGap = 20;
export const passGap = 12;
export const lineGap = 8;
/** Between the lines that leave a box, so that each has room for its label. */
export const outGap = 17;
export const inGap = 9;
/** How near to a corner a line may end. */
export const cornerGap = 8;
/** Between two upright lines of a channel, and between two level lines of a lane. */
export const trackGap = 8;
/** Beside the tracks of a channel: right of boxes, and left of boxes, where the heads of arrows are. */
export const channelStart = 8;
export const channelEnd = 18;
export const laneMargin = 18;
/** Above the boxes of a stage stands its name. */
export const headHeight = 34;
export const framePad = 10;
export const margin = 24;
export const labelSize = 12;
export const mostLabel = 78;
