"""
The whole network of a node, put together: what the composition root starts and stops.

    GrpcTransport <- Switch -> Gossip (the engine's Network), TransactionGossip, PeerExchange
          ^------- Dialing <- AddressBook <- file
"""

import asyncio
import logging
import random
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, Final

from chain.types.primitives import Milliseconds
from consensus.host.clock import Clock
from consensus.net.address import PeerAddress
from consensus.net.address_book import AddressBook
from consensus.net.config import NetConfig
from consensus.net.dialing import Dialing
from consensus.net.exchange import PeerExchange
from consensus.net.gossip import Gossip, GossipOptions
from consensus.net.grpc_transport import GrpcTransport
from consensus.net.handshake import Terms
from consensus.net.identity import NodeKey
from consensus.net.messages import Codec
from consensus.net.peers import PeerScores
from consensus.net.switch import Reactor, Switch
from consensus.net.transactions import TransactionGossip, TransactionSink
from consensus.net.transport import PeerId

SAVE_MS: Final = Milliseconds(120_000)  # between two writings of the address book

log = logging.getLogger(__name__)


class NetService:
    """
    Builds the network of one node; `start` once, then `run` until cancelled.

    `book_path` is the address book's file; None keeps it in memory only. Without `sink` the
    node takes no transactions from peers and tells none.
    """

    def __init__(
        self,
        key: NodeKey,
        terms: Terms,
        config: NetConfig,
        clock: Clock,
        codec: Codec,
        *,
        options: GossipOptions = GossipOptions(),  # noqa: B008 - it is frozen
        sink: TransactionSink | None = None,
        book_path: Path | None = None,
        random_source: random.Random | None = None,
    ) -> None:
        self._config, self._clock, self._book_path = config, clock, book_path
        chance = random_source or random.Random()
        self.scores = PeerScores(clock, config.ban_s, config.own_peers)
        self.book = AddressBook(
            key.identity,
            chance,
            private=config.private_peer_ids,
            allow_private_addresses=config.allow_private_addresses,
        )
        self.transport = GrpcTransport(key, terms, config, clock, self.scores, self._learn)
        self.gossip = Gossip(self.transport, clock, codec, options)
        self._dialing = Dialing(
            self.transport, self.book, config, clock, chance, self.scores.is_banned
        )
        exchange = PeerExchange(
            self.transport, self.book, self.scores, config, clock, codec, self._dialing.wants_more
        )
        reactors: list[Reactor] = [self.gossip, exchange]
        self.transactions: TransactionGossip | None = None
        if sink is not None:
            self.transactions = TransactionGossip(self.transport, sink, codec)
            reactors.append(self.transactions)
        self._switch = Switch(self.transport, reactors, clock)

    def is_private(self, peer: PeerId) -> bool:
        """Whether a peer's address is to be told to nobody."""
        return peer in self._config.private_peer_ids

    async def start(self) -> None:
        """Read the address book and listen. Raises OSError where the port is taken."""
        if self._book_path is not None:
            self.book.load(self._book_path, self.scores.ban)
        await self.transport.start()

    async def run(self) -> None:
        """Serve until cancelled, then stop; a failure of any part ends it, too."""
        parts: list[Coroutine[Any, Any, None]] = [self._switch.run(), self._dialing.run()]
        if self.transactions is not None:
            parts.append(self.transactions.run())
        if self._book_path is not None:
            parts.append(self._save_regularly(self._book_path))
        tasks = [asyncio.ensure_future(part) for part in parts]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for finished in done:
                finished.result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await self.stop()

    async def stop(self) -> None:
        """End all connections, listen no more, and write the address book; `run` ends with it."""
        await self.transport.stop()
        if self._book_path is not None:
            self._save(self._book_path)

    def _learn(self, address: PeerAddress) -> None:
        """A peer that dialled says where it can be dialled."""
        if self._config.pex and address.identity is not None:
            self.book.add(address, address.identity)

    async def _save_regularly(self, path: Path) -> None:
        while True:
            await self._clock.sleep_ms(SAVE_MS)
            self._save(path)

    def _save(self, path: Path) -> None:
        """Write the book; a full disk costs the book, not the node."""
        try:
            self.book.save(path, self.scores.bans())
        except OSError as error:
            log.warning("the address book is not saved: %s", error)
