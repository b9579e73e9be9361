export function debian(packages: string[], programs: string[], isReady?: () => boolean): void;
export function npm(name: string, packages: string[], flags?: string[]): string;
