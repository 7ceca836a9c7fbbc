import { expect } from '@open-wc/testing';
import { page, type Wake } from '../../src/data/surroundings';
import { turns } from '../../src/data/turns';

describe('the page as surroundings', () => {
  it('tells what happens to it until it is no longer watched', () => {
    const told: Wake[] = [];
    const stop = page.watch((wake) => told.push(wake));
    const happen = (): void => {
      document.dispatchEvent(new Event('visibilitychange'));
      document.dispatchEvent(new Event('resume'));
      window.dispatchEvent(new Event('online'));
      window.dispatchEvent(new Event('offline'));
      window.dispatchEvent(new Event('focus'));
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    };
    happen();
    const all: Wake[] = ['visible', 'resume', 'online', 'offline', 'focus', 'restored'];
    // A headless page may be hidden.
    if (document.visibilityState === 'hidden') all[0] = 'hidden';
    expect(told).to.deep.equal(all);
    stop();
    happen();
    expect(told).to.have.length(all.length);
  });

  it('calls back after a while, unless cancelled', async () => {
    const called: string[] = [];
    page.after(5, () => called.push('a'));
    page.after(5, () => called.push('b'))();
    await new Promise((done) => setTimeout(done, 30));
    expect(called).to.deep.equal(['a']);
  });

  it('calls back for the next frame, unless cancelled', async () => {
    const called: string[] = [];
    turns.frame(() => called.push('a'));
    turns.frame(() => called.push('b'))();
    await new Promise((done) => turns.frame(() => done(null)));
    expect(called).to.deep.equal(['a']);
  });

  it('rests for a task, so that input and drawing come in between', async () => {
    let drawn = false;
    setTimeout(() => (drawn = true));
    while (!drawn) await turns.rest();
    expect(drawn).to.equal(true);
  });
});
