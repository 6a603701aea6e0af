"""
eth_subscribe: who wants to hear what, and telling them as it happens.

    newHeads   every block's header      newPendingTransactions  hash, or all of it (true)
    logs       every matching log        syncing                 when catching up begins or ends
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import orjson

from chain.found_logs import FoundLog
from chain.types.block import CommittedBlock
from chain.types.transaction import CheckedTransaction
from rpc.backend import Backend
from rpc.eth.chain import describe_syncing
from rpc.logs import LogFilter, matching
from rpc.news import News
from rpc.records import show_header, show_log, show_transaction
from rpc.shapes import data

ID_BYTES: Final = 16  # of a subscription's random id
NEW_HEADS, LOGS, PENDING, SYNCING = "newHeads", "logs", "newPendingTransactions", "syncing"
KINDS: Final = (NEW_HEADS, LOGS, PENDING, SYNCING)

Deliver = Callable[[str, Any], None]  # (subscription id, item) -> on its way


@dataclass(frozen=True, slots=True)
class Subscription:
    """One wish of one connection; `wanted` is a LogFilter, or whether whole transactions."""

    id: str
    kind: str
    wanted: Any
    deliver: Deliver


class Subscriptions:
    """All subscriptions of all connections."""

    def __init__(self, backend: Backend, news: News) -> None:
        self._backend = backend
        self._by_kind: dict[str, dict[str, Subscription]] = {kind: {} for kind in KINDS}
        self._was_syncing = False
        news.listen(self._on_block, self._on_arrival)

    def __len__(self) -> int:
        return sum(len(held) for held in self._by_kind.values())

    def add(self, kind: str, wanted: Any, deliver: Deliver) -> Subscription:
        """Begin telling `deliver` what happens."""
        subscription = Subscription(new_id(), kind, wanted, deliver)
        self._by_kind[kind][subscription.id] = subscription
        return subscription

    def remove(self, subscription: Subscription) -> None:
        """Stop telling."""
        self._by_kind[subscription.kind].pop(subscription.id, None)

    def _on_block(self, block: CommittedBlock) -> None:
        self._tell(NEW_HEADS, lambda: show_header(block.header))
        self._tell_logs(block)
        syncing = describe_syncing(self._backend)
        if bool(syncing) != self._was_syncing:
            self._was_syncing = bool(syncing)
            status = {"syncing": True, "status": syncing} if syncing else False
            self._tell(SYNCING, lambda: status)

    def _tell(self, kind: str, make: Callable[[], Any]) -> None:
        """Encode once, however many listen."""
        listeners = list(self._by_kind[kind].values())
        if listeners:
            item = encode(make())
            for subscription in listeners:
                subscription.deliver(subscription.id, item)

    def _tell_logs(self, block: CommittedBlock) -> None:
        """Search once for each filter and encode each log once, however many listen."""
        found: dict[LogFilter, list[orjson.Fragment]] = {}
        encoded: dict[int, orjson.Fragment] = {}  # by the log's index in the block
        for subscription in list(self._by_kind[LOGS].values()):
            wanted = subscription.wanted
            assert isinstance(wanted, LogFilter)
            if wanted not in found:
                found[wanted] = [_encode_log(log, encoded) for log in matching(block, wanted)]
            for item in found[wanted]:
                subscription.deliver(subscription.id, item)

    def _on_arrival(self, checked: CheckedTransaction) -> None:
        """Encode once for those who want the hash and once for those who want all of it."""
        encoded: dict[bool, orjson.Fragment] = {}
        for subscription in list(self._by_kind[PENDING].values()):
            is_whole = subscription.wanted is True
            if is_whole not in encoded:
                transaction = checked.transaction
                shown = show_transaction(transaction, checked.sender) if is_whole else None
                encoded[is_whole] = encode(shown or data(transaction.hash))
            subscription.deliver(subscription.id, encoded[is_whole])


def encode(item: Any) -> orjson.Fragment:
    """Return an item as JSON that goes into any number of messages as it is."""
    return orjson.Fragment(orjson.dumps(item))


def _encode_log(log: FoundLog, encoded: dict[int, orjson.Fragment]) -> orjson.Fragment:
    """Return a log of a block as JSON, from what other filters of that block have found."""
    if log.index not in encoded:
        encoded[log.index] = encode(show_log(log))
    return encoded[log.index]


def new_id() -> str:
    """Return an id that nobody guesses, a quantity as geth's are: without leading zeros."""
    return hex(secrets.randbits(8 * ID_BYTES))
