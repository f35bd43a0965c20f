/**
 * Loaded before a process does anything else: its clock shows the processor time it has had, shared among its
 * threads, so that whatever else the machine is doing takes nothing from anybody's time.
 */
const threads = Number(process.env.CLOCK_THREADS ?? 1);
const began = Date.now();

function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000 / threads;
}

performance.now = processorTime;
Date.now = () => began + processorTime();
