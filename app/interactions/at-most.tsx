/** Says how many may be ticked, where that is fewer than there are. */
export function AtMost({ max, offered }: { max: number; offered: number }) {
  return max > 1 && max < offered ? <p className="small soft">Tick at most {max}.</p> : null;
}
