"""
The client for programs without an event loop: one runs in a thread, and every call waits for it.

    SyncClient.compute.order(7) --> Client.compute.order(7), run on the loop's thread --> the result

`faces.py`, `directory.py` and `modules/` are rendered from the classes that they stand for.
"""

import asyncio
import threading
from collections.abc import AsyncGenerator, Coroutine, Iterator
from types import TracebackType
from typing import Any, Self, TypeVar

from client.outbox import OnSigned
from client.settings import DEFAULT_SETTINGS, Settings
from client.wallet import Wallet

T = TypeVar("T")


class Loop:
    """An event loop in a thread of its own."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(
            target=self._loop.run_forever, name="kumiai-client", daemon=True
        )
        self._thread.start()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Return what a coroutine gives, or raise what it raises."""
        future = asyncio.run_coroutine_threadsafe(work, self._loop)
        try:
            return future.result()
        except BaseException:
            future.cancel()
            raise

    def iterate(self, items: AsyncGenerator[T, None]) -> Iterator[T]:
        """Yield what an asynchronous generator does; it is closed with this one."""
        try:
            while True:
                found = self.run(_next(items))
                if not found:
                    return
                yield found[0]
        finally:
            self.run(_close(items))

    def close(self) -> None:
        """Stop the loop and its thread."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


async def _next(items: AsyncGenerator[T, None]) -> tuple[T, ...]:
    """One item, or none at the end: an exception for the end cannot cross threads."""
    async for item in items:
        return (item,)
    return ()


async def _close(items: AsyncGenerator[Any, None]) -> None:
    await items.aclose()


class Face:
    """A synchronous stand-in for an object of the client."""

    def __init__(self, inner: Any, loop: Loop) -> None:
        self._inner, self._loop = inner, loop

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self._inner, name)

    def __repr__(self) -> str:
        return f"sync {self._inner!r}"


class Root(Face):
    """What a synchronous client begins and ends with."""

    @classmethod
    def connect(
        cls,
        url: str,
        key: Wallet | bytes | str | None = None,
        *,
        grpc: str = "",
        grpc_credentials: Any = None,
        settings: Settings = DEFAULT_SETTINGS,
        on_signed: OnSigned | None = None,
    ) -> Self:
        """Return a client, as `client.Client.connect` does; `on_signed` is called in its thread."""
        from client.market import Client

        loop = Loop()
        try:
            connecting = Client.connect(
                url,
                key,
                grpc=grpc,
                grpc_credentials=grpc_credentials,
                settings=settings,
                on_signed=on_signed,
            )
            return cls(loop.run(connecting), loop)
        except BaseException:
            loop.close()
            raise

    def close(self) -> None:
        """Hang up, for every client that shares the connection."""
        self._loop.run(self._inner.close())
        self._loop.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
