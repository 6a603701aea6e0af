"""Heads that are read without the HTTP library, and those that are left to it."""

from unittest.mock import Mock

import pytest
from aiohttp.http import HttpRequestParser
from aiohttp.http_exceptions import BadHttpMessage
from hypothesis import example, given
from hypothesis import strategies as st

from rpc.heads import HEAD_BYTES_MAX, NEEDED, read_head

PLAIN = ("Host: localhost", "Content-Type: application/json", "Content-Length: 12")


def head(*lines: str, first: str = "POST / HTTP/1.1") -> bytes:
    """Return the bytes of a head."""
    return "".join(f"{line}\r\n" for line in (first, *lines, "")).encode("latin-1")


def test_a_plain_head_is_read() -> None:
    """Names in small letters, values without the spaces around them."""
    found = read_head(head(*PLAIN, "User-Agent:  somebody/1 ", "Connection: Keep-Alive"))
    assert found == {
        "host": "localhost",
        "content-type": "application/json",
        "content-length": "12",
        "user-agent": "somebody/1",
        "connection": "Keep-Alive",
    }


@pytest.mark.parametrize(
    "unusual",
    [
        "Transfer-Encoding: chunked",
        "Upgrade: websocket",
        "Expect: 100-continue",
        "Connection: close",
        "Content-Encoding: gzip",
        "Content-Length: 12",
        "content-length: 13",
        "X: \x01",
        "X: é",
        " folded: 1",
        "no colon",
        "space : 1",
        ": nameless",
        "empty:",
    ],
)
def test_whatever_could_be_read_otherwise_is_left_alone(unusual: str) -> None:
    """A name that comes twice, an encoding, a wish: none of them is plain."""
    assert read_head(head(*PLAIN)) is not None
    assert read_head(head(*PLAIN, unusual)) is None


def test_other_requests_are_left_alone() -> None:
    """Another method, path or version, a missing field, a length that is no plain number."""
    for first in ("GET / HTTP/1.1", "POST /x HTTP/1.1", "POST / HTTP/1.0", "POST  / HTTP/1.1"):
        assert read_head(head(*PLAIN, first=first)) is None
    for index, name in enumerate(("host", "content-type", "content-length")):
        assert name in NEEDED
        assert read_head(head(*PLAIN[:index], *PLAIN[index + 1 :])) is None
    for length in ("+1", "-1", "1 2", "0x1", "01", "1234567890"):
        assert read_head(head(*PLAIN[:2], "Content-Length: " + length)) is None
    assert read_head(head(*PLAIN, "x: " + "y" * HEAD_BYTES_MAX)) is None
    assert read_head(head(*PLAIN)[:-2]) is None


LINES = st.one_of(
    st.sampled_from(
        [
            *PLAIN,
            "content-length: 012",
            "Content-Length: 12, 12",
            "Host: [::1]:8545",
            "Accept: */*",
            "Connection: keep-alive, upgrade",
            "Transfer-Encoding: identity",
            "X-Empty: ",
            "\tHost: x",
        ]
    ),
    st.text(st.characters(max_codepoint=255, exclude_characters="\r\n"), max_size=30),
    st.text(st.characters(max_codepoint=255), max_size=10),
)


@given(st.permutations(PLAIN), st.lists(LINES, max_size=3))
@example(list(PLAIN), [])
def test_what_is_read_is_what_the_library_reads(plain: list[str], more: list[str]) -> None:
    """No head means one thing here and another there: method, path, fields and body's length."""
    raw = head(*plain, *more)
    found = read_head(raw)
    if found is None:
        return
    loop = Mock()
    protocol = Mock(_reading_paused=False)
    parser = HttpRequestParser(protocol, loop, 2**16)
    try:
        messages, upgraded, tail = parser.feed_data(raw + b"x" * int(found["content-length"]))
    except BadHttpMessage as cause:
        raise AssertionError(f"the library refuses {raw!r}") from cause
    ((message, _),) = messages
    assert ("POST", "/", False, False) == (message.method, message.path, upgraded, message.chunked)
    assert b"" == tail and not message.should_close
    theirs = {name.decode().lower(): value.decode() for name, value in message.raw_headers}
    assert found == {name: value.strip(" \t") for name, value in theirs.items()}
