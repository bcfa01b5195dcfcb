/** A save that takes long can be stopped by the person, up to the moment in which the file is replaced. */

export type SaveStop = {
  /** The person stops the save. Where the file is being replaced already, that is waited for, and not tried again. */
  readonly stop: () => void;
  readonly isStopped: () => boolean;
  /** Asked right before the file is replaced: false where the save was stopped; from then on it has to be waited for. */
  readonly goesOn: () => boolean;
  /** Resolves when the save was stopped in time: what is still under way replaces nothing, and need not be waited for. */
  readonly stopped: Promise<void>;
};

export function createSaveStop(): SaveStop {
  let isStopped = false;
  let isReplacing = false;
  let end: () => void = () => undefined;
  const stopped = new Promise<void>((resolve) => (end = resolve));
  return {
    stop: () => {
      isStopped = true;
      if (!isReplacing) end();
    },
    isStopped: () => isStopped,
    goesOn: () => {
      if (isStopped) return false;
      isReplacing = true;
      return true;
    },
    stopped,
  };
}
