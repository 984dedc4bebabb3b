/** Whether the focus only moves about inside the element that listens. */
export function isWithin({ currentTarget, relatedTarget }: FocusEvent): boolean {
  return currentTarget instanceof Node && relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
}
