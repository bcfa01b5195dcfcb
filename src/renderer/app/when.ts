/** Times as a person reads them: of unsaved work and of previous versions. */

/** "14:02"; the day too where it is another one. */
export function whenOf(time: string): string {
  const then = new Date(time);
  if (then.toDateString() === new Date().toDateString()) return timeOf(time);
  return `${dayOf(time)}, ${timeOf(time)}`;
}

/** "14 November, 10:32:05", with the year where it is another one. A file may be saved twice in a minute. */
export function versionTime(time: string): string {
  return `${dayOf(time)}, ${new Date(time).toLocaleTimeString("en-US", { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" })}`;
}

/** "14 November", with the year where it is another one. */
export function dayOf(time: string): string {
  const then = new Date(time);
  const isThisYear = then.getFullYear() === new Date().getFullYear();
  return then.toLocaleDateString("en-GB", { day: "numeric", month: "long", ...(isThisYear ? {} : { year: "numeric" }) });
}

function timeOf(time: string): string {
  return new Date(time).toLocaleTimeString("en-US", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}
