/**
 * Waits for frames of the page. A tile out of sight or new is left undrawn, with a height that is a
 * guess, until the browser has looked where it is, at the end of its first frame: two by this count.
 */
export async function frames(count = 2): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise((done) => requestAnimationFrame(done));
}
