"""The synchronous face: the same calls without an event loop, each waiting for its end."""

import asyncio
import threading

import pytest

from client import SyncClient
from client.errors import NodeUnreachable
from client.modules.token import Transfer
from client.sync.faces import Pending
from client.sync.loop import Loop
from tests.client.fake_node import HASTE, KEY, FakeNode, serving
from tests.client.test_logs import fill

TARGET = "0x" + "22" * 20


@pytest.fixture
def node():
    """A fake node served from another thread."""
    found, loop, is_up = FakeNode(), Loop(), threading.Event()

    async def serve() -> None:
        async with serving(found):
            is_up.set()
            await asyncio.Event().wait()

    task = asyncio.run_coroutine_threadsafe(serve(), loop._loop)
    assert is_up.wait(10)
    yield found
    task.cancel()
    loop.run(asyncio.sleep(0.3))  # the server's own shutdown
    loop.close()


def test_calls_views_and_events_need_no_event_loop(node):
    """What is asynchronous in the client is an ordinary call here."""
    with SyncClient.connect(node.url, KEY, settings=HASTE) as client:
        node.answers["eth_call"] = lambda *_: "0x" + bytes(31).hex() + "09"
        assert 9 == client.compute.order_total()
        assert 9 == client.compute.at(1).order_total()
        pending = client.token.transfer(TARGET, 5)
        assert isinstance(pending, Pending)
        assert pending.hash == pending.receipt().hash
        assert pending.hash == client.receipt(pending.hash).hash
        other = client.using(b"\x33" * 32)
        assert other.address != client.address
        assert 5 == client.job(5).number
        fill(node, 5)
        seen = []
        for item in client.token.events(Transfer, from_height=1):
            seen.append(item.event.value)
            if len(seen) == 10:
                break
        assert list(range(10)) == seen


def test_errors_are_the_clients_own_and_no_thread_is_left():
    """A connection that fails leaves nothing running."""
    before = threading.active_count()
    with pytest.raises(NodeUnreachable):
        SyncClient.connect("http://127.0.0.1:1", settings=HASTE)
    assert before == threading.active_count()
