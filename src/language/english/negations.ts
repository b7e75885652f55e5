/** Words that deny what stands behind them. */
export const negations = 'not never no neither nor hardly scarcely barely without'.split(' ');
