"""
Which nonce an account's next transaction has, while several are being sent at once.

    take --> given out --used--> known to the node
                 |--give_back--> free, and the first to be given out again

A nonce given back below one that was used is a gap: nothing after it is taken into a block until
something has it. It is the next one given out, and `gaps` tells of it where nothing else comes.
"""

from bisect import insort


class NonceBook:
    """The nonces of one account; pure, so that whoever holds it decides about waiting."""

    def __init__(self) -> None:
        self._next = 0
        self._free: list[int] = []  # sorted, all below `_next`
        self._out: set[int] = set()  # taken, and neither used nor given back yet

    def observe(self, count: int) -> None:
        """
        Hear how many transactions of the account the node knows in a row; lower nonces are gone.

        With nothing under way the node is right: what it forgot, or what a gap holds up, is told
        by a lower count, and the nonce there is given out next.
        """
        if not self._out:
            self._next, self._free = count, []
            return
        self._next = max(self._next, count)
        self._free = sorted(nonce for nonce in self._free if nonce >= count)

    def take(self) -> int:
        """Return the lowest nonce that nothing has."""
        if self._free:
            nonce = self._free.pop(0)
        else:
            nonce, self._next = self._next, self._next + 1
        self._out.add(nonce)
        return nonce

    def use(self, nonce: int) -> None:
        """Hear that the node knows a transaction with a nonce that was taken."""
        self._out.discard(nonce)

    def give_back(self, nonce: int) -> None:
        """Free a nonce whose transaction no node knows; the last ones are as if never taken."""
        if nonce not in self._out:
            return
        self._out.discard(nonce)
        insort(self._free, nonce)
        while self._free and self._free[-1] == self._next - 1:
            self._next = self._free.pop()

    @property
    def gaps(self) -> tuple[int, ...]:
        """Nonces that hold up transactions after them, the lowest first."""
        return tuple(self._free)

    @property
    def next(self) -> int:
        """One above the highest nonce that was given out."""
        return self._next
