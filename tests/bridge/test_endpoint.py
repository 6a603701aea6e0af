"""The client of nodes that fail, refuse, ramble and lie: patient, bounded, and clear."""

import pytest
from aiohttp import web

from bridge import endpoint
from bridge.endpoint import (
    AnswerInvalid,
    Endpoint,
    EndpointUnreachable,
    RpcRefused,
    data,
    member,
    quantity,
)
from tests.bridge.rpc import served


def asking(answer, *calls, tries=3, timeout_s=5.0):
    """Return what an endpoint makes of a server's answers."""

    async def run(url):
        node = Endpoint(url, timeout_s=timeout_s, tries=tries, pause_s=0.001)
        try:
            return await node.batch(calls or [("eth_chainId", [])])
        finally:
            await node.close()

    return served(answer, run)


def reply(question, result="0x1"):
    """Return a good answer to one question."""
    return {"jsonrpc": "2.0", "id": question["id"], "result": result}


def test_a_batch_is_answered_in_order_however_the_server_sorts_it():
    """Answers are found by their ids."""
    calls = [("a", [1]), ("b", []), ("c", [])]
    found = asking(lambda qs: [reply(q, q["method"]) for q in reversed(qs)], *calls)
    assert ["a", "b", "c"] == found


def test_many_calls_are_cut_into_requests(monkeypatch):
    """No request has more calls than public servers take."""
    sizes = []

    def answer(questions):
        rows = questions if isinstance(questions, list) else [questions]
        sizes.append(len(rows))
        found = [reply(row, row["params"][0]) for row in rows]
        return found if isinstance(questions, list) else found[0]

    monkeypatch.setattr(endpoint, "BATCH_MAX", 4)
    assert list(range(9)) == asking(answer, *[("n", [n]) for n in range(9)])
    assert [4, 4, 1] == sizes


def test_a_server_in_trouble_is_asked_again():
    """Two failures and then an answer: the caller sees the answer."""
    tries = []

    def answer(question):
        tries.append(1)
        return web.Response(status=503) if len(tries) < 3 else reply(question)

    assert ["0x1"] == asking(answer)
    with pytest.raises(EndpointUnreachable, match="in trouble: HTTP 503"):
        asking(lambda question: web.Response(status=503))


def test_a_refusal_is_an_answer_and_not_asked_again():
    """A node that says no is not pressed; a refusal in a batch leaves the others alone."""
    tries = []

    def answer(questions):
        tries.append(1)
        error = {"code": 3, "message": "execution reverted", "data": "0x0102"}
        return [{"id": questions[0]["id"], "error": error}, reply(questions[1])]

    found = asking(answer, ("a", []), ("b", []))
    assert isinstance(found[0], RpcRefused) and b"\x01\x02" == found[0].revert
    assert "0x1" == found[1] and [1] == tries


@pytest.mark.parametrize(
    "answer",
    [
        lambda q: web.Response(text="<html>hello"),
        lambda q: [],
        lambda q: {"id": q["id"]},
        lambda q: {"id": q["id"], "error": "no"},
        lambda q: {"id": q["id"] + 1, "result": 5},
    ],
)
def test_whatever_is_no_node_is_named(answer):
    """Garbage is the server's fault and says so, at once."""
    with pytest.raises(AnswerInvalid, match=r"http://127\.0\.0\.1"):
        asking(answer)


def test_an_endless_answer_is_cut_off(monkeypatch):
    """No server can fill the memory."""
    monkeypatch.setattr(endpoint, "ANSWER_BYTES_MAX", 1_000)
    with pytest.raises(AnswerInvalid, match="above 1000 bytes"):
        asking(lambda q: web.Response(body=b"x" * 100_000))


def test_nobody_there_is_told_from_somebody_wrong():
    """A closed port is unreachable, not invalid."""

    async def run(url):
        node = Endpoint("http://127.0.0.1:9/", tries=2, pause_s=0.001)
        try:
            await node.call("eth_chainId")
        finally:
            await node.close()

    with pytest.raises(EndpointUnreachable, match="no node answers at"):
        served(reply, run)


def test_values_are_read_strictly():
    """Numbers, bytes and members of another form are the node's fault."""
    assert 16 == quantity("0x10", "n") and b"\x01" == data("0x01", "d")
    assert 1 == member({"a": 1}, "a", "m")
    for read, wrong in ((quantity, None), (quantity, "x"), (data, 5), (data, "0x1")):
        with pytest.raises(AnswerInvalid):
            read(wrong, "it")
    for wrong in (None, [], {"b": 1}):
        with pytest.raises(AnswerInvalid):
            member(wrong, "a", "m")
