/** The headers of one answer, as far as they are read and written here. */
export interface HeaderBag {
  get(name: string): string | null;
  set(name: string, value: string): void;
  delete(name: string): void;
  names(): string[];
}
