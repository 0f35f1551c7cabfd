/** Tells the reader what was done, and offers to take it back. */
export type Say = (text: string, undo?: () => Promise<unknown>) => void;

/** Waits for work; what goes wrong is told to the reader instead of being thrown. */
export async function tried(say: Say, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
  }
}
