"""What a block makes of the keys of one kind, before and after; and what is written of it all."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from chain.store.kv import Write

Values = dict[bytes, bytes | None]  # key -> its value; None: it held, or holds, nothing
WriteSource = Callable[[], Iterable[Write]]


class Writes:
    """
    Writes that are made when they are asked for, each time anew and the same.

    Tens of thousands of a block do not lie in memory as pairs beside what they are made of.
    """

    def __init__(self, count: int, *sources: WriteSource) -> None:
        self._count, self._sources = count, sources

    def __iter__(self) -> Iterator[Write]:
        return chain.from_iterable(source() for source in self._sources)

    def __len__(self) -> int:
        return self._count

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Writes) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # compared by what it makes


@dataclass(slots=True)
class Changes:
    """
    Keys that differ are those of `after`.

    `before` has what they held, where they held anything, and may know more keys.
    """

    before: Values = field(default_factory=dict)
    after: Values = field(default_factory=dict)

    def note(self, key: bytes, before: bytes | None, after: bytes | None) -> None:
        """Note a key that was not noted yet."""
        self.before[key], self.after[key] = before, after

    def wipe(self, entries: Iterable[tuple[bytes, bytes]]) -> None:
        """Note that all these keys, which hold these values, will hold nothing."""
        for key, value in entries:
            self.note(key, value, None)

    def add(self, before: Mapping[bytes, bytes | None], after: Values) -> None:
        """
        Note later changes: what the keys of `after` hold, and held by what `before` knows.

        What was wiped a moment ago keeps the value from before the wipe.
        """
        wiped = {key: self.before[key] for key in self.after.keys() & after.keys()}
        self.before.update(before)
        self.before.update(wiped)
        self.after.update(after)
        for key, value in wiped.items():
            if value == after[key]:
                del self.after[key]

    def held(self) -> Iterator[tuple[bytes, bytes | None]]:
        """Yield the keys that differ and what they held."""
        return zip(self.after, map(self.before.get, self.after), strict=True)
