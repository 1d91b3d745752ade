/** The time that this process has had a processor so far, all threads together. Unlike time by the clock, it does not grow with what else the machine does. */
export function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
