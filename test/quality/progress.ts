/** Draws a bar of what is done on a terminal; elsewhere it says nothing. */
export function progress(label: string, total: number): (done: number) => void {
  const width = 30;
  let drawn = -1;
  return (done) => {
    const filled = Math.round((done / Math.max(1, total)) * width);
    if (!process.stderr.isTTY || (filled === drawn && done < total)) return;
    drawn = filled;
    const bar = '█'.repeat(filled) + '░'.repeat(width - filled);
    process.stderr.write(
      `\r${bar} ${done}/${total} ${label}\u001b[K${done >= total ? '\r\u001b[K' : ''}`,
    );
  };
}
