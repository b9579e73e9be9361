export const CHROMIUM_ARGS: string[];
export function ensureBrowser(kind: 'chromium' | 'firefox' | 'webkit'): Promise<string>;
