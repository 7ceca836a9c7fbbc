/**
 * What the page, and whoever frames it, lets a tile do. There is no way to ask
 * for a sandbox's flags from within; they can be read where the frame is of
 * the same origin. Where it is not, or where a header made the sandbox, an
 * opaque origin tells of it, and so does a presentation that is refused.
 * What is in doubt is not offered.
 */
export interface Allowed {
  copyText: boolean;
  copyImage: boolean;
  download: boolean;
  fullScreen: boolean;
  print: boolean;
}

/** Permissions policy, where the browser tells of it; others decide when it is used. */
function isPermitted(feature: string): boolean {
  const { permissionsPolicy, featurePolicy } = document as unknown as Record<
    string,
    { allowsFeature?(name: string): boolean } | undefined
  >;
  return (permissionsPolicy ?? featurePolicy)?.allowsFeature?.(feature) ?? true;
}

/** Whether the page is in a sandbox that grants no presentations; of engines that have none, `false`. */
function isBarred(): boolean {
  const { PresentationRequest: Request } = window as unknown as {
    PresentationRequest?: new (url: string) => unknown;
  };
  try {
    // Made, it does nothing until it is started.
    return Request ? !new Request('https://presentation.invalid') : false;
  } catch (error) {
    return (error as Error).name === 'SecurityError';
  }
}

/** Whether every frame around this page grants the flag; `isNamed` where one of them names it. */
export function isGranted(flag: string, view: Window = window, isNamed = false): boolean {
  let frame: Element | null;
  try {
    ({ frameElement: frame } = view);
  } catch {
    frame = null;
  }
  if (!frame) {
    // An opaque origin is a sandbox without allow-same-origin, or a file of one's own.
    if (view.origin === 'null') return view.location.protocol === 'file:';
    return isNamed || !isBarred();
  }
  const isSandboxed = frame.hasAttribute('sandbox');
  if (isSandboxed && !(frame as HTMLIFrameElement).sandbox.contains(flag)) return false;
  return isGranted(flag, view.parent, isNamed || isSandboxed);
}

export function allowedHere(): Allowed {
  const { clipboard } = navigator;
  const copyText = isSecureContext && !!clipboard?.writeText && isPermitted('clipboard-write');
  return {
    copyText,
    copyImage: copyText && !!clipboard.write && typeof ClipboardItem === 'function',
    download: isGranted('allow-downloads'),
    fullScreen: document.fullscreenEnabled === true,
    print: typeof window.print === 'function' && isGranted('allow-modals'),
  };
}
