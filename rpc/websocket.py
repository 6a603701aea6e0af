"""
One WebSocket: requests in, answers and news out.

    frame --> Dispatcher --> answer --.
                                       Outbox --> writer --> frame
    Subscriptions ----- news ---------'

A reader too slow for its news is closed with a reason; all its subscriptions end with it.
"""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

from aiohttp import WSCloseCode, WSMsgType, web

from rpc.admission import Visit
from rpc.config import RpcLimits
from rpc.dispatcher import Dispatcher, encode_notification
from rpc.errors import LimitExceeded
from rpc.outbox import Outbox
from rpc.subscriptions import Subscription, Subscriptions

logger = logging.getLogger(__name__)

CLOSE_WAIT_S: Final = 2.0  # seconds a peer may take to say goodbye, then its socket is cut
SLOW_READER: Final = b"slow reader: too many notifications wait"
GOING_AWAY: Final = b"the node stops"


class Exchange:
    """One message and its answer: the session as the methods behind that message see it."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection
        self.begun: list[str] = []  # subscriptions whose ids the answer tells

    def subscribe(self, kind: str, wanted: Any) -> str:
        """Begin a subscription and return its id."""
        name = self._connection.subscribe(kind, wanted)
        self.begun.append(name)
        return name

    def unsubscribe(self, subscription: str) -> bool:
        """End a subscription; False where this connection has none of that id."""
        return self._connection.unsubscribe(subscription)


class Connection:
    """An open WebSocket, to which subscriptions belong."""

    def __init__(
        self,
        socket: web.WebSocketResponse,
        transport: asyncio.Transport | None,
        dispatcher: Dispatcher,
        subscriptions: Subscriptions,
        limits: RpcLimits,
        visit: Callable[[], Visit],
    ) -> None:
        self._socket, self._transport = socket, transport
        self._dispatcher, self._subscriptions, self._limits = dispatcher, subscriptions, limits
        self._visit = visit  # one for each message
        self._outbox = Outbox(limits.outbox_messages_max, limits.outbox_bytes_max)
        self._held: dict[str, Subscription] = {}
        self._early: dict[str, list[bytes]] = {}  # news of subscriptions whose id is not told yet
        self._turns = asyncio.Semaphore(limits.websocket_calls_max)
        self._tasks: set[asyncio.Task[None]] = set()
        self._closing = asyncio.Event()
        self._is_draining = False
        self._reason: tuple[int, bytes] = (WSCloseCode.OK, b"")

    # Subscriptions.

    def subscribe(self, kind: str, wanted: Any) -> str:
        """Begin a subscription and return its id; raises LimitExceeded."""
        if len(self._held) >= self._limits.subscriptions_max:
            raise LimitExceeded(
                f"too many subscriptions: at most {self._limits.subscriptions_max} a connection"
            )
        subscription = self._subscriptions.add(kind, wanted, self._deliver)
        self._held[subscription.id] = subscription
        self._early[subscription.id] = []
        return subscription.id

    def unsubscribe(self, subscription: str) -> bool:
        """End a subscription; False where this connection has none of that id."""
        found = self._held.pop(subscription, None)
        self._early.pop(subscription, None)
        if found is None:
            return False
        self._subscriptions.remove(found)
        return True

    # The connection's life.

    async def serve(self) -> None:
        """Answer until either side closes."""
        writer = asyncio.create_task(self._write())
        reader = asyncio.create_task(self._read())
        closing = asyncio.create_task(self._closing.wait())
        try:
            await asyncio.wait({writer, reader, closing}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for name in list(self._held):
                self.unsubscribe(name)
            await _cancel({writer, reader, closing, *self._tasks})
            await self._close()

    def close(self, code: int, reason: bytes) -> None:
        """End the connection and tell the peer why."""
        if not self._closing.is_set():
            self._reason = (code, reason)
            self._closing.set()

    async def drain(self, timeout_s: float) -> None:
        """Take no more messages, give what is under way some time, then close as going away."""
        self._is_draining = True
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=timeout_s)
        with suppress(TimeoutError):
            async with asyncio.timeout(CLOSE_WAIT_S):
                await self._outbox.emptied()
        self.close(WSCloseCode.GOING_AWAY, GOING_AWAY)

    async def _close(self) -> None:
        """Say goodbye for a short while, then cut."""
        code, reason = self._reason
        try:
            async with asyncio.timeout(CLOSE_WAIT_S):
                await self._socket.close(code=code, message=reason)
        except (TimeoutError, ConnectionError):
            logger.debug("websocket cut: the peer did not say goodbye")
        if self._transport is not None:
            self._transport.abort()

    async def _read(self) -> None:
        async for message in self._socket:
            if message.type not in (WSMsgType.TEXT, WSMsgType.BINARY):
                return
            if self._is_draining:
                continue
            body = message.data.encode() if message.type is WSMsgType.TEXT else message.data
            await self._turns.acquire()
            task = asyncio.create_task(self._answer(body))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _answer(self, body: bytes) -> None:
        try:
            exchange = Exchange(self)
            answer = await self._dispatcher.answer(body, exchange, self._visit())
            if answer is not None:
                await self._outbox.put(answer)
            self._release(exchange.begun)
        finally:
            self._turns.release()

    def _release(self, subscriptions: list[str]) -> None:
        """The ids are on their way: their news may follow."""
        for name in subscriptions:
            for message in self._early.pop(name, []):
                self._send(message)

    async def _write(self) -> None:
        while True:
            message = await self._outbox.take()
            try:
                await self._socket.send_frame(message, WSMsgType.TEXT)
            except ConnectionError:
                return

    def _deliver(self, subscription: str, result: Any) -> None:
        """Take one item of news for a subscription."""
        message = encode_notification(subscription, result)
        early = self._early.get(subscription)
        if early is None:
            self._send(message)
        elif len(early) < self._limits.outbox_messages_max:
            early.append(message)
        else:
            self._end_slow()

    def _send(self, message: bytes) -> None:
        if not self._outbox.offer(message):
            self._end_slow()

    def _end_slow(self) -> None:
        """Close, and tell the operator once."""
        if not self._closing.is_set():
            logger.info("a WebSocket is closed: slow reader, %d messages wait", len(self._outbox))
        self.close(WSCloseCode.POLICY_VIOLATION, SLOW_READER)


async def _cancel(tasks: set[asyncio.Task[Any]]) -> None:
    """End tasks and wait until they have ended."""
    for task in tasks:
        task.cancel()
    for outcome in await asyncio.gather(*tasks, return_exceptions=True):
        if isinstance(outcome, Exception):
            logger.error("websocket task failed", exc_info=outcome)
