/** CPU microseconds that `run` takes in this process, garbage collection and compiler threads included. */
export function cpuOf(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/** CPU microseconds of one of many runs that together take at least `ms` of it, however little of a machine there is. */
export function cpuEach(run: () => void, ms: number): number {
  let runs = 0;
  let spent = 0;
  for (let batch = 1; spent < ms * 1000; batch *= 2) {
    spent += cpuOf(() => {
      for (let i = 0; i < batch; i++) run();
    });
    runs += batch;
  }
  return spent / runs;
}

/** How fast work grows: 1 where twice the input takes twice the time. Slope of a line through the logarithms. */
export function exponentOf(points: readonly (readonly [size: number, time: number])[]): number {
  const logs = points.map(([size, time]) => [Math.log(size), Math.log(time)] as const);
  const mean = (i: 0 | 1): number => logs.reduce((sum, point) => sum + point[i], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const over = logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return over / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}
