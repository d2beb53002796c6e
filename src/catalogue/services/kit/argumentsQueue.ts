type Call = (...items: unknown[]) => void;

/**
 * Puts up a vendor's global function that keeps calls until the vendor's script takes over: each
 * call's real `arguments` object in the array `list` of the function, or straight to `handler` once
 * the script has set one there. What is already on the page stays.
 * @returns The function it made, to which a vendor's other marks belong, or null.
 */
export function argumentsQueue(
  window: Record<string, unknown>,
  name: string,
  list = "q",
  handler = "",
): Call | null {
  if (typeof window[name] == "function") return null;
  const calls: unknown[] = [];
  const stub: Call = function () {
    const take: unknown = handler && Reflect.get(stub, handler);
    if (typeof take == "function") Reflect.apply(take, stub, arguments);
    else calls.push(arguments);
  };
  window[name] = Object.assign(stub, { [list]: calls });
  return stub;
}
