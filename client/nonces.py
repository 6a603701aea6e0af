"""
Which nonce an account's next transaction has, while several are being sent at once.

    take --> given out --use--> known to the node
                 |--give_back--> free, and the first to be given out again

A nonce given back below one that is known is a gap: nothing after it gets into a block until
something has it. It is the next one given out, and `gaps` tells of it where nothing else comes.
"""

from typing import Final

KNOWN_KEPT: Final = 4_096  # nonces below the floor; a node's pool has fewer of one account


class NonceBook:
    """The nonces of one account; pure, so that whoever holds it decides about waiting."""

    def __init__(self) -> None:
        self._floor = 0  # every nonce below is known to the node
        self._out: set[int] = set()  # taken, and neither used nor given back yet
        self._known: set[int] = set()  # used; some below the floor, should the node forget one

    @property
    def is_quiet(self) -> bool:
        """Whether nothing is under way, so that what the node says next is the whole truth."""
        return not self._out

    def observe(self, count: int, *, was_quiet: bool) -> None:
        """
        Hear how many transactions of the account the node knows without a gap.

        Where nothing was under way when it was asked, the node knows none with this very nonce: if
        one was sent, it has been forgotten.
        """
        self._floor = count if was_quiet else max(self._floor, count)
        self._known = {nonce for nonce in self._known if nonce >= self._floor - KNOWN_KEPT}
        if was_quiet:
            self._known.discard(count)

    def take(self) -> int:
        """Return the lowest nonce that nothing has."""
        nonce = self._floor
        while nonce in self._out or nonce in self._known:
            nonce += 1
        self._out.add(nonce)
        return nonce

    def use(self, nonce: int) -> None:
        """Hear that the node knows a transaction with a nonce that was taken."""
        self._out.discard(nonce)
        self._known.add(nonce)

    def give_back(self, nonce: int) -> None:
        """Free a nonce whose transaction no node knows."""
        self._out.discard(nonce)

    @property
    def gaps(self) -> tuple[int, ...]:
        """Free nonces that hold up transactions after them, the lowest first."""
        held = range(self._floor, max(self._known, default=self._floor))
        return tuple(n for n in held if n not in self._known and n not in self._out)
