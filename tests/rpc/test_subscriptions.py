"""Who is told what."""

from typing import Any

import orjson

from rpc.logs import LogFilter
from rpc.news import News
from rpc.subscriptions import LOGS, NEW_HEADS, PENDING, Subscriptions, new_id
from tests.rpc.stage import COUNTER, LOGGER, StageBackend


def test_everyone_hears_what_was_asked_for_and_no_more() -> None:
    """Two listen to heads, one to logs of one contract; who left hears nothing."""
    backend, heard = StageBackend(), list[tuple[str, Any]]()
    subscriptions = Subscriptions(backend, News(backend))

    def deliver(name: str, item: Any) -> None:
        heard.append((name, orjson.loads(orjson.dumps(item))))

    first = subscriptions.add(NEW_HEADS, None, deliver)
    second = subscriptions.add(NEW_HEADS, None, deliver)
    logs = subscriptions.add(LOGS, LogFilter(addresses=(COUNTER,)), deliver)
    gone = subscriptions.add(NEW_HEADS, None, deliver)
    subscriptions.remove(gone)
    subscriptions.remove(gone)
    backend.send(0, COUNTER)
    backend.send(0, LOGGER)
    subscriptions._on_block(backend.make_block())
    assert [first.id, second.id, logs.id] == [name for name, _ in heard]
    assert heard[0][1] == heard[1][1]
    assert "0x1" == heard[0][1]["number"] == heard[2][1]["blockNumber"]
    assert 3 == len(subscriptions)
    backend.close()


def test_ids_are_not_guessed() -> None:
    """128 random bits, different every time, as a quantity: no leading zeros."""
    ids = {new_id() for _ in range(1_000)}
    assert 1_000 == len(ids)
    assert 126 <= max(int(name, 16).bit_length() for name in ids) <= 128
    assert all(name == hex(int(name, 16)) for name in ids)


def test_a_notification_is_encoded_once_however_many_listen() -> None:
    """A log, a head and a pending transaction are the same object for every listener."""
    backend, heard = StageBackend(), dict[str, list[orjson.Fragment]]()
    subscriptions = Subscriptions(backend, News(backend))

    def deliver(name: str, item: Any) -> None:
        heard.setdefault(name, []).append(item)

    wishes: list[tuple[str, Any]] = [
        (NEW_HEADS, None),
        (LOGS, LogFilter(addresses=(COUNTER,))),
        (LOGS, LogFilter()),
        (PENDING, False),
        (PENDING, True),
    ]
    names = [
        [subscriptions.add(kind, wanted, deliver) for _ in range(3)] for kind, wanted in wishes
    ]
    backend.send(0, COUNTER)
    ((waiting,),) = backend.mempool.lines()
    subscriptions._on_arrival(waiting.checked)
    subscriptions._on_block(backend.make_block())
    for alike in names:
        assert 1 == len({id(item) for one in alike for item in heard[one.id]})
    assert heard[names[1][0].id] == heard[names[2][0].id]
    brief, whole = (orjson.loads(orjson.dumps(heard[names[n][0].id][0])) for n in (3, 4))
    assert brief == whole["hash"]
    backend.close()
