"""
Moments to go back to: state, blocks, pool, clock and edits as they were.

    take --> number --> revert(number): blocks above are rolled back, the rest is put back
                                        this number and all later ones are gone
"""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from chain.errors import TransactionInvalid
from chain.types.primitives import Address, Height, Milliseconds, Wei
from chain.types.transaction import CheckedTransaction
from cli.development.edits import Edits
from cli.development.maker import BlockMaker

SNAPSHOTS_MAX: Final = 10_000  # moments kept; the oldest are forgotten


@dataclass(frozen=True, slots=True)
class Moment:
    """Everything that a revert puts back; the chain itself by its height alone."""

    height: Height
    edits: Edits
    waiting: tuple[CheckedTransaction, ...]
    now_ms: Milliseconds
    next_ms: Milliseconds | None
    base_fee_wei: Wei | None
    coinbase: Address | None


class Snapshots:
    """The moments of one chain by number, from 0."""

    def __init__(self, maker: BlockMaker) -> None:
        self._maker = maker
        self._moments: OrderedDict[int, Moment] = OrderedDict()
        self._count = 0

    def take(self) -> int:
        """Remember this moment and return its number."""
        app, clock = self._maker.app, self._maker.clock
        height, number = app.ledger.head.header.height, self._count
        self._moments[number] = Moment(
            height,
            app.edits.at(height),
            _waiting(app.pool.content()),
            clock.now_ms(),
            clock.set_ms,
            app.set_base_fee_wei,
            self._maker.coinbase,
        )
        self._count += 1
        while len(self._moments) > SNAPSHOTS_MAX:
            self._moments.popitem(last=False)
        return number

    def revert(self, number: int) -> bool:
        """
        Go back to a moment; False where there is no such moment any more.

        Raises Unavailable where the state below is not kept.
        """
        moment = self._moments.get(number)
        if moment is None:
            return False
        self.restore(moment)
        for later in [known for known in self._moments if known >= number]:
            del self._moments[later]
        return True

    def reset(self) -> None:
        """Go back to the genesis block and to the machine's time; forget every moment."""
        self._moments.clear()
        now_ms = self._maker.clock.machine_ms
        self.restore(Moment(Height(0), Edits(), (), now_ms, None, None, None))

    def restore(self, moment: Moment) -> None:
        """Put a moment back; raises Unavailable."""
        app, clock = self._maker.app, self._maker.clock
        while app.ledger.head.header.height > moment.height:
            app.take_back()
        app.edits.rewind(moment.height, moment.edits)
        app.set_base_fee_wei, self._maker.coinbase = moment.base_fee_wei, moment.coinbase
        clock.move_to(moment.now_ms)
        clock.set_next(moment.next_ms)
        self._put_back(moment.waiting)

    def _put_back(self, waiting: tuple[CheckedTransaction, ...]) -> None:
        pool = self._maker.app.pool
        for checked in _waiting(pool.content()):
            pool.drop(checked.transaction.hash)
        self._maker.app.follow_edits()
        for checked in waiting:
            try:
                pool.add(checked)
            except TransactionInvalid:
                continue  # its place was taken while it waited to be put back


def _waiting(
    content: tuple[
        Mapping[Address, list[CheckedTransaction]], Mapping[Address, list[CheckedTransaction]]
    ],
) -> tuple[CheckedTransaction, ...]:
    """Return all that waits; each sender's in the order of nonces."""
    return tuple(checked for part in content for line in part.values() for checked in line)
