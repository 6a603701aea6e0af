// A long search: how far it is.
export function Progress({ share, label }: { share: number; label: string }) {
  return (
    <label class="progress">
      <span>{label}</span>
      <progress max={1} value={share} />
    </label>
  );
}
