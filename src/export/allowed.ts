/**
 * What the page, and whoever frames it, lets a tile do. There is no way to ask
 * for a sandbox's flags from within; they can be read where the frame is of
 * the same origin, and where it is not, an opaque origin tells of a sandbox.
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

/** Whether every frame around this page grants the flag. */
export function isGranted(flag: string, view: Window = window): boolean {
  let frame: Element | null;
  try {
    ({ frameElement: frame } = view);
  } catch {
    frame = null;
  }
  // An opaque origin is a sandbox without allow-same-origin, or a file of one's own.
  if (!frame) return view.origin !== 'null' || view.location.protocol === 'file:';
  const { sandbox } = frame as HTMLIFrameElement;
  if (frame.hasAttribute('sandbox') && !sandbox.contains(flag)) return false;
  return isGranted(flag, view.parent);
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
