/** How often progress is reported, in ms. */
const PACE = 100;

/** Tells how much is done now and then: work in another thread comes on far more often than anybody sees. */
export function atPace(tell: (done: number) => void): (done: number) => void {
  let told = performance.now();
  return (done) => {
    const now = performance.now();
    if (now - told < PACE) return;
    told = now;
    tell(done);
  };
}
