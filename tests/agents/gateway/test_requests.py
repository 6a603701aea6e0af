"""What callers ask, and how much it may come to."""

import json
from typing import Any

import pytest

from agents.gateway.faults import ApiFault
from agents.gateway.requests import FRAME_TOKENS, read_chat, read_embeddings
from agents.gateway.settings import ModelSetting

BOTH = ModelSetting("guild/both", "main", "theirs", ("embeddings", "chat"), "bound", 256)
EMBEDS = ModelSetting("guild/embed", "main", "small", ("embeddings",), "bound", 256)
MODELS = {model.model_id: model for model in (BOTH, EMBEDS)}


def raw(**fields: Any) -> bytes:
    """Return a body."""
    return json.dumps({"model": "guild/both"} | fields).encode()


def talk(**fields: Any) -> bytes:
    """Return a chat's body."""
    return raw(**({"messages": [{"role": "user", "content": "why?"}]} | fields))


@pytest.mark.parametrize(
    ("given", "bound"),
    [("añ", 3), (["ab", "c"], 3 + FRAME_TOKENS), ([1, 2, 3], 3), ([[1], [2, 3]], 3 + FRAME_TOKENS)],
)
def test_embeddings_are_bounded_by_bytes_or_tokens(given: Any, bound: int) -> None:
    """Every text has a frame beside its own bytes; the upstream's name is put in."""
    asked = read_embeddings(raw(input=given), MODELS)
    assert (bound + FRAME_TOKENS, 0) == (asked.input_bound, asked.output_bound)
    assert "theirs" == asked.body["model"]


def test_a_chat_is_bounded_by_its_messages_and_what_may_be_written() -> None:
    """The bound grows with the messages; the upstream may write no more than was asked for."""
    short, long = (
        read_chat(talk(messages=[{"role": "user", "content": "x" * n}], max_tokens=9), MODELS)
        for n in (10, 30)
    )
    assert 20 == long.input_bound - short.input_bound
    assert (9, 9) == (short.output_bound, short.body["max_tokens"])
    newer = read_chat(talk(max_completion_tokens=7), MODELS)
    assert (7, False) == (newer.body["max_tokens"], "max_completion_tokens" in newer.body)
    assert 256 == read_chat(talk(), MODELS).output_bound


def test_a_stream_always_asks_for_the_count() -> None:
    """The upstream tells what it used, whether or not the caller wants to know."""
    asked = read_chat(talk(stream=True), MODELS)
    assert (True, False) == (asked.body["stream_options"]["include_usage"], asked.wants_usage)
    wanted = talk(stream=True, stream_options={"include_usage": True})
    assert read_chat(wanted, MODELS).wants_usage


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        raw(input=""),
        raw(input=[]),
        raw(input=["a", 1]),
        raw(input=["a"] * 2_049),
        raw(input="a", encoding_format="csv"),
        raw(input=[True]),
    ],
)
def test_what_cannot_be_embedded_is_refused(body: bytes) -> None:
    """It is the caller's fault: 400."""
    with pytest.raises(ApiFault) as refused:
        read_embeddings(body, MODELS)
    assert (400, "caller") == (refused.value.status, refused.value.fault)


@pytest.mark.parametrize(
    "fields",
    [
        {"messages": []},
        {"messages": ["why?"]},
        {"messages": [{"role": "user", "content": [{"type": "image_url"}]}]},
        {"n": 2},
        {"max_tokens": 0},
        {"max_tokens": 257},
        {"max_tokens": "many"},
        {"stream": 1},
    ],
)
def test_what_cannot_be_talked_about_is_refused(fields: dict[str, Any]) -> None:
    """It is the caller's fault: 400."""
    with pytest.raises(ApiFault) as refused:
        read_chat(talk(**fields), MODELS)
    assert (400, "caller") == (refused.value.status, refused.value.fault)


@pytest.mark.parametrize("name", ["guild/none", "guild/embed", 7])
def test_a_model_that_is_not_served_for_this_is_unknown(name: Any) -> None:
    """404 in the words of OpenAI's API."""
    with pytest.raises(ApiFault) as refused:
        read_chat(talk(model=name), MODELS)
    assert (404, "model_not_found", "model") == (
        refused.value.status,
        refused.value.document()["error"]["code"],
        refused.value.document()["error"]["param"],
    )
