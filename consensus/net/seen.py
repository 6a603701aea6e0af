"""
Who is known to have which message, so that none is sent to those who have it.

    received from a peer -> it has it                   -> never sent back to it
    sent to a peer       -> it may have it, sends fail  -> again only after repeat_ms
    delivered to engine  -> it may have dropped it      -> again only after repeat_ms

Repeats after a while pass on purpose: votes are sent again because they get lost
(tendermint#8025), and the engine drops what comes too early.
"""

import hashlib
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Final

from chain.types.primitives import Milliseconds
from consensus.net.transport import PeerId

ENTRIES_MAX: Final = 16_384  # messages remembered; forgetting one costs a repeat, no more
KEY_BYTES: Final = 16

MessageKey = bytes


def key_of(data: bytes) -> MessageKey:
    """Short name of an encoded message."""
    return hashlib.blake2b(data, digest_size=KEY_BYTES).digest()


@dataclass(slots=True)
class _Entry:
    delivered_ms: int | None = None
    received: bool = False
    holders: dict[PeerId, None] = field(default_factory=dict)
    sent_ms: dict[PeerId, int] = field(default_factory=dict)


class Seen:
    """A bounded memory of messages; the least recently used is forgotten first."""

    def __init__(self, repeat_ms: int, entries_max: int = ENTRIES_MAX) -> None:
        self._repeat_ms, self._entries_max = repeat_ms, entries_max
        self._entries: OrderedDict[MessageKey, _Entry] = OrderedDict()

    def hold(self, key: MessageKey, peer: PeerId) -> None:
        """A peer has the message: it sent it."""
        entry = self._entry(key)
        entry.received, entry.holders[peer] = True, None

    def was_received(self, key: MessageKey) -> bool:
        """Whether any peer ever sent the message, so that others can give it, too."""
        return self._entry(key).received

    def was_told(self, key: MessageKey, peer: PeerId) -> bool:
        """Whether a peer has the message, or it was sent to it over this connection."""
        entry = self._entry(key)
        return peer in entry.holders or peer in entry.sent_ms

    def deliver(self, key: MessageKey, now_ms: Milliseconds) -> bool:
        """Whether the engine should get the message now; if so, it counts as delivered."""
        entry = self._entry(key)
        if entry.delivered_ms is not None and now_ms - entry.delivered_ms < self._repeat_ms:
            return False
        entry.delivered_ms = now_ms
        return True

    def lacks(self, key: MessageKey, peer: PeerId, now_ms: Milliseconds) -> bool:
        """Whether a peer should be sent the message now."""
        entry = self._entry(key)
        if peer in entry.holders:
            return False
        sent_ms = entry.sent_ms.get(peer)
        return sent_ms is None or now_ms - sent_ms >= self._repeat_ms

    def sent(self, key: MessageKey, peer: PeerId, now_ms: Milliseconds) -> None:
        """The message is on its way to a peer."""
        self._entry(key).sent_ms[peer] = now_ms

    def forget(self, peer: PeerId) -> None:
        """A peer is gone; what it had may be gone with it."""
        for entry in self._entries.values():
            entry.holders.pop(peer, None)
            entry.sent_ms.pop(peer, None)

    def _entry(self, key: MessageKey) -> _Entry:
        entry = self._entries.get(key)
        if entry is None:
            entry = self._entries[key] = _Entry()
            if len(self._entries) > self._entries_max:
                self._entries.popitem(last=False)
        else:
            self._entries.move_to_end(key)
        return entry
